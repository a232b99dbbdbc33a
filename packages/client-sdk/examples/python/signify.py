"""A client of Signify's typed protocol: frames go in, what the server says comes out.

Frames are binary, little-endian: version, kind, flags, number and time, then a JPEG, or 42 points of three float32. The test
vectors of the package (vectors/frames.json) say so byte by byte; check_vectors.py holds this file to them.
"""

import json
import struct
import time
from itertools import count

from websockets.sync.client import connect

VERSION = 1
PICTURE, LANDMARKS = 1, 2
HEADER = struct.Struct("<BBHId")
POINTS = struct.Struct("<126f")


def encode_picture(jpeg, sequence, captured_at, mirrored=False):
    """A frame as the bytes of a JPEG."""
    return HEADER.pack(VERSION, PICTURE, int(mirrored), sequence, captured_at) + jpeg


def encode_landmarks(landmarks, sequence, captured_at, mirrored=False):
    """A frame as its hands: 126 numbers, 21 points of the left hand and 21 of the right, x, y and z, in picture heights."""
    return HEADER.pack(VERSION, LANDMARKS, int(mirrored), sequence, captured_at) + POINTS.pack(*landmarks)


class Signify:
    """A session with a server. Close it, or use it as a context manager."""

    def __init__(self, url, target=None, mode="live"):
        self._socket = connect(f"{url.rstrip('/')}/v1/recognize")
        self._numbers = count(1)
        self._send({"type": "session.start", "target": target, "mode": mode, "events": ["status"]})
        self.session = self._receive()

    def send_picture(self, jpeg, mirrored=False):
        """Sends a JPEG. Answers the number of the frame, which its events carry."""
        return self._send_frame(encode_picture, jpeg, mirrored)

    def send_landmarks(self, landmarks, mirrored=False):
        """Sends the hands of a frame. Answers the number of the frame, which its events carry."""
        return self._send_frame(encode_landmarks, landmarks, mirrored)

    def set_target(self, target):
        """Asks for another letter, or for none."""
        self._send({"type": "target.set", "target": target})

    def events(self, seconds):
        """What the server says in the next so many seconds: "prediction", "status", "target.reset" and so on."""
        end = time.monotonic() + seconds
        while True:
            try:
                yield self._receive(max(0, end - time.monotonic()))
            except TimeoutError:
                return

    def close(self):
        self._socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _send(self, message):
        self._socket.send(json.dumps(message))

    def _send_frame(self, encode, content, mirrored):
        sequence = next(self._numbers)
        self._socket.send(encode(content, sequence, time.monotonic() * 1000, mirrored))
        return sequence

    def _receive(self, timeout=10):
        message = json.loads(self._socket.recv(timeout))
        if message["type"] == "error":
            raise RuntimeError(f"{message['code']}: {message['message']}")
        return message
