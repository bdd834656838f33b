"""Writes the model of examples/OnnxInterop without a package for it, field by field of onnx.proto: python onnx_model.py FILE.

It computes relu(x @ weight.T + bias), with x of the shape [batch, 2].
"""
import struct
import sys


def varint(number):
    low = number & 0x7F
    return bytes([low]) if number < 0x80 else bytes([low | 0x80]) + varint(number >> 7)


def field(number, value):
    """An integer, a text, or a message (bytes)."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def node(kind, inputs, output, *attributes):
    return b"".join(field(1, one) for one in inputs) + field(2, output) + field(4, kind) + b"".join(field(5, one) for one in attributes)


def floats(name, sizes, values):
    return b"".join(field(1, size) for size in sizes) + field(2, 1) + field(8, name) + field(9, struct.pack(f"<{len(values)}f", *values))


def value(name, *sizes):
    shape = b"".join(field(1, field(2, size) if isinstance(size, str) else field(1, size)) for size in sizes)
    return field(1, name) + field(2, field(1, field(1, 1) + field(2, shape)))


TRANSPOSED = field(1, "transB") + field(3, 1) + field(20, 2)
GRAPH = (
    field(1, node("Gemm", ["x", "weight", "bias"], "z", TRANSPOSED)) + field(1, node("Relu", ["z"], "y")) + field(2, "main")
    + field(5, floats("weight", [3, 2], [1, 2, -1, 0, 0.5, 0.5])) + field(5, floats("bias", [3], [0, 1, -1]))
    + field(11, value("x", "batch", 2)) + field(12, value("y", "batch", 3)))

with open(sys.argv[1], "wb") as f:
    f.write(field(1, 8) + field(7, GRAPH) + field(8, field(2, 17)))
