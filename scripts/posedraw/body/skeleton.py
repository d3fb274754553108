"""The lengths of the body's segments, as shares of its height.

Source: R. Drillis and R. Contini, Body Segment Parameters (New York University, 1966), as drawn in
D. A. Winter, Biomechanics and Motor Control of Human Movement, 4th ed. (Wiley, 2009), figure 4.1.
Joint centres inside a published breadth (hips, shoulders) lie half a limb inward of its outer edge; the
trunk's and the foot's inner divisions are estimates.
"""

from __future__ import annotations

HEIGHT = 170.0  # centimetres; every length an author writes is for a person of this height


def share(of_height: float) -> float:
    return of_height * HEIGHT


ANKLE_HEIGHT = share(0.039)
SHANK = share(0.285 - 0.039)
THIGH = share(0.530 - 0.285)
TRUNK = share(0.818 - 0.530)  # hips to shoulders
UPPER_ARM = share(0.186)
FOREARM = share(0.146)
HAND = share(0.108)
FOOT = share(0.152)
HEAD = share(1 - 0.870)  # chin to crown

HIP_HALF = share(0.191) / 2 - 8.2  # from the middle to a hip's centre
SHOULDER_HALF = share(0.259) / 2 - 4.4

LUMBAR = share(0.075)  # hips to the joint of the small of the back
WAIST = share(0.100)  # from there to the joint below the ribs
CHEST = TRUNK - LUMBAR - WAIST  # from there to the line of the shoulders
NECK_BASE = CHEST + share(0.016)
NECK = share(0.072)  # from its base to where the head nods

PALM = HAND * 0.5  # wrist to knuckles
FINGERS = HAND - PALM

HEEL_BACK = FOOT * 0.235  # behind the ankle
BALL_AHEAD = FOOT * 0.445  # ankle to the joint of the big toe
TOES = FOOT - HEEL_BACK - BALL_AHEAD
BALL_RADIUS = 1.45  # half the thickness of the foot at the ball
TOE_RADIUS = 1.05
TOE_FIRST = TOES * 0.5  # ball to the bend of the toes

TOUCH = HEIGHT / 100  # centimetres; what is nearer than this touches
