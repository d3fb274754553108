"""Property tests run the same examples each time, so that a red test is red again; the slow ones try many more."""

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None, database=None, print_blob=False)
settings.load_profile("same")
