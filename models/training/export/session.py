"""The model as the product runs it."""
from pathlib import Path

import onnxruntime


def session(path: Path) -> onnxruntime.InferenceSession:
    """An ONNX file on one thread of onnxruntime."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
