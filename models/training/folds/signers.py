"""Who is held out."""

PERSONS = [
    "13lack13lood", "alishlaibah", *(f"aslhg-{number}" for number in range(10)), "borisgraudt", "creepyvampire",
    "detectron", "faseehakr", *(f"kelhuynh-{number}" for number in range(4)), "pratham", "princeo", "rayrednet",
    "techyrushi", "traduttore-0", "traduttore-1", "traduttore-2", "tresajoby",
]
SEVERAL = ["ankara", "aslnow", "dvorakman"]  # people who are not told apart, held out together
SIGNERS = sorted([*PERSONS, *SEVERAL])
EVERYBODY = "all"  # the name of the network that has seen them all: the one that ships
