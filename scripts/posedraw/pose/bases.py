"""The base poses, written as an author writes poses."""

from __future__ import annotations

from typing import Any

Raw = dict[str, Any]

_EASY_ARMS: Raw = {
    "both shoulders": {"abduction": "7", "flexion": "-2"},
    "both elbows": {"flexion": "14"},
    "both forearms": {"pronation": "20"},
}

BASES: dict[str, Raw] = {
    "standing": {"support": "feet", "both hips": {"external rotation": "7"}, **_EASY_ARMS},
    "sitting-on-chair": {
        "support": "chair",
        "both hips": {"flexion": "90", "abduction": "3"},
        "both knees": {"flexion": "90"},
        "both shoulders": {"abduction": "6", "flexion": "22"},
        "both elbows": {"flexion": "42"},
        "both forearms": {"pronation": "60"},
        "contacts": {
            "right hand": {"on": "right thigh", "along": "0.62"},
            "left hand": {"on": "left thigh", "along": "0.62"},
        },
    },
    "long-sitting": {
        "support": "floor",
        "body": {"lean back": "12"},
        "both hips": {"flexion": "78", "external rotation": "8"},
        "both shoulders": {"extension": "35", "abduction": "10"},
        "both elbows": {"flexion": "10"},
        "contacts": {
            "right hand": {"on": "floor", "behind": "30"},
            "left hand": {"on": "floor", "behind": "30"},
        },
    },
    "lying-on-back": {
        "support": "back",
        "body": {"lean back": "90"},
        "both hips": {"external rotation": "10", "flexion": "3"},
        "both shoulders": {"abduction": "16"},
        "both elbows": {"flexion": "8"},
        "both forearms": {"pronation": "60"},
        "contacts": {
            "right hand": {"on": "floor", "ahead": "15", "right": "25"},
            "left hand": {"on": "floor", "ahead": "15", "left": "25"},
        },
    },
    "lying-knees-bent": {
        "base": "lying-on-back",
        "both hips": {"flexion": "55", "external rotation": "0"},
        "both knees": {"flexion": "95"},
        "contacts": {
            "right foot": {"on": "floor", "ahead": "44"},
            "left foot": {"on": "floor", "ahead": "44"},
        },
    },
}
