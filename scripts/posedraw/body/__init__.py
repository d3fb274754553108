"""The body: segment lengths, kinematics, contacts and support surfaces."""
