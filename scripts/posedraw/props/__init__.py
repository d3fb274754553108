"""Props: one module each behind the protocol in `protocol`, named in `registry`."""
