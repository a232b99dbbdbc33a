"""A client that knows of the protocol only what Modelina made of its description. Prints what it was told."""

import json
import sys

from signify.error_event import ErrorEvent
from signify.session_ready import SessionReady
from signify.session_start import SessionStart
from signify.session_start_type import SessionStartType
from signify.target_reset import TargetReset
from signify.target_set import TargetSet
from signify.target_set_type import TargetSetType
from websockets.sync.client import connect


def text(message):
    return message.model_dump_json(by_alias=True, exclude_none=True)


with connect(sys.argv[1]) as socket:
    socket.send(text(SessionStart(type=SessionStartType.SESSION_DOT_START, target="B")))
    ready = SessionReady.model_validate_json(socket.recv(10))
    socket.send(text(TargetSet(type=TargetSetType.TARGET_DOT_SET, target="C")))
    reset = TargetReset.model_validate_json(socket.recv(10))
    socket.send('{"type": "nothing"}')
    refused = ErrorEvent.model_validate_json(socket.recv(10))

print(
    json.dumps(
        {
            "ready": {"epoch": ready.epoch, "frames": ready.window.frames},
            "reset": {"epoch": reset.epoch, "target": reset.target},
            "refused": refused.code.value,
        }
    )
)
