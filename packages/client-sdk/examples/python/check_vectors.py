"""Holds signify.py to the test vectors of the package: python check_vectors.py PATH/vectors/frames.json"""

import json
import sys
from pathlib import Path

from signify import LANDMARKS, encode_landmarks, encode_picture

frames = json.loads(Path(sys.argv[1]).read_text())["frames"]
for frame in frames:
    about = (frame["sequence"], frame["capturedAt"], frame["mirrored"])
    if frame["kind"] == LANDMARKS:
        message = encode_landmarks(frame["landmarks"], *about)
    else:
        message = encode_picture(bytes.fromhex(frame["payload"]), *about)
    assert message.hex() == frame["message"], frame["name"]
print(f"{len(frames)} frames are written as in the vectors")
