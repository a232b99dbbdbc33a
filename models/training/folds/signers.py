"""Who is held out."""

SIGNERS = [
    "borisgraudt", "creepyvampire", "dvorakman", "faseehakr", "pratham", "princeo", "rayrednet", "techyrushi",
    "traduttore-0", "traduttore-1", "traduttore-2", "tresajoby",
]
CARRY_UNSEEN = ("creepyvampire", "faseehakr", "rayrednet", "techyrushi")  # asked when sources are left out
CARRY_WITHOUT = ("traduttore", "dvorakman", "borisgraudt")  # sources left out, one at a time
