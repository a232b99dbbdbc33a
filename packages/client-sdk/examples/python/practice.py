"""Practices one letter with hand points: python practice.py ws://localhost:8765 L hand.json"""

import json
import sys
from pathlib import Path

from signify import Signify

url, target, file = sys.argv[1:]
hand = json.loads(Path(file).read_text())


def practice(client):
    """Sends the same hand for ten seconds at most, where a program with its own hand tracking sends what it finds."""
    for _ in range(300):
        client.send_landmarks(hand)
        for event in client.events(seconds=1 / 30):
            if event["type"] != "prediction":
                continue
            print(f"best {event['letter']}, {target} {event['targetProbability']:.0%}")
            if event["verdict"] == "shown":
                return f"{target} is shown"
    return f"{target} is not shown"


with Signify(url, target) as client:
    print(f"connected, model {client.session['model']['name']} {client.session['model']['version']}")
    print(practice(client))
