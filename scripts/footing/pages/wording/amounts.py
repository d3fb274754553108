"""Amounts in words. Amounts of time are in seconds.

>>> short_time(Amount(60, 180)), long_time(Amount(None, 15, up_to=True))
('1–3 min', 'up to 15 seconds')
>>> times(Amount(8, 12)), per_day(Amount(2, 2)), per_week(Amount(7, 7))
('8–12 times', 'twice a day', 'every day')
>>> clock(100), long_clock(100)
('1 min 40 s', '1 minute 40 seconds')
"""

from __future__ import annotations

from footing.content.amounts import Amount

MINUTE = 60


def amount_range(amount: Amount, unit: int = 1) -> str:
    """The number or range, counted in units of `unit`: "10", "8–12", "up to 10", "about 30"."""
    most = amount.max // unit
    if amount.min is None:
        return f"up to {most}"
    if amount.exact:
        return f"{'about ' if amount.about else ''}{most}"
    return f"{amount.min // unit}–{most}"


def short_time(amount: Amount) -> str:
    """A time with its unit abbreviated: "10 s", "1–3 min"."""
    return f"{amount_range(amount, MINUTE)} min" if _in_minutes(amount) else f"{amount_range(amount)} s"


def long_time(amount: Amount) -> str:
    """A time with its unit spelled out: "10 seconds", "1–3 minutes"."""
    if _in_minutes(amount):
        return f"{amount_range(amount, MINUTE)} {plural('minute', amount.max // MINUTE)}"
    return f"{amount_range(amount)} {plural('second', amount.max)}"


def _in_minutes(amount: Amount) -> bool:
    """Whether every number in the amount is a whole number of minutes."""
    lowest = amount.max if amount.min is None else amount.min
    return amount.max >= MINUTE and amount.max % MINUTE == 0 and lowest % MINUTE == 0


def seconds(number: int) -> str:
    """A number of seconds, in minutes where it is a whole number of them: "40 s", "2 min"."""
    return f"{number // MINUTE} min" if number >= MINUTE and number % MINUTE == 0 else f"{number} s"


def clock(number: int) -> str:
    """A number of seconds in minutes and seconds: "40 s", "2 min", "1 min 40 s"."""
    whole, rest = divmod(number, MINUTE)
    return " ".join(
        part for part in (f"{whole} min" if whole else "", f"{rest} s" if rest or not whole else "") if part
    )


def long_seconds(number: int) -> str:
    """A number of seconds, in minutes where it is a whole number of them: "40 seconds", "2 minutes"."""
    return long_time(Amount(number, number))


def long_clock(number: int) -> str:
    """A number of seconds in minutes and seconds: "40 seconds", "2 minutes", "1 minute 40 seconds"."""
    whole, rest = divmod(number, MINUTE)
    return " ".join(long_seconds(part) for part in (whole * MINUTE, rest) if part) or long_seconds(0)


def times(amount: Amount) -> str:
    """A number of repetitions: "once", "2 times", "up to 10 times"."""
    return "once" if _exactly(amount, 1) else counted(amount_range(amount))


def counted(number: int | str) -> str:
    """ "5 times"."""
    return f"{number} times"


def per_day(amount: Amount) -> str:
    """How often a day: "once a day", "twice a day", "2–3 times a day"."""
    return f"{'twice' if _exactly(amount, 2) else times(amount)} a day"


def per_week(amount: Amount) -> str:
    """How often a week: "every day", "one day a week", "3 days a week"."""
    if _exactly(amount, 7):
        return "every day"
    return "one day a week" if _exactly(amount, 1) else f"{amount_range(amount)} days a week"


def _exactly(amount: Amount, number: int) -> bool:
    return amount.exact and amount.max == number


def minutes(least: int, most: int | None = None) -> str:
    """Whole minutes or a range of them: "4 min", "4–6 min"."""
    return f"{least} min" if most in (None, least) else f"{least}–{most} min"


def plural(noun: str, count: int) -> str:
    """The noun in the number that goes with `count`."""
    return noun if count == 1 else f"{noun}s"
