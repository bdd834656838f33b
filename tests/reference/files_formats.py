"""More files for files.py: PyTorch's older formats, its newer dtypes, what is no plain tensor, and how else headers and zips are written."""
import collections
import io
import json
import pickle
import struct
import tarfile
import warnings
import zipfile

import numpy
import torch

import files

NEW_DTYPES = ["uint16", "uint32", "uint64", "complex32", "float8_e5m2", "float8_e4m3fn", "float8_e5m2fnuz", "float8_e4m3fnuz",
              "float8_e8m0fnu"]
BITS = ["bits8", "bits16", "float4_e2m1fn_x2"]
MAGIC, VERSION = 0x1950A86A20F9469CFC6C, 1001


def known(names):
    return [name for name in names if hasattr(torch, name)]


def numbers(dtype):
    if dtype in BITS:
        return torch.arange(6, dtype=torch.int16 if dtype == "bits16" else torch.uint8).view(getattr(torch, dtype)).reshape(2, 3)
    if dtype == "complex32":
        return files.numbers("complex64", 2, 3).to(torch.complex32)
    return files.numbers("float32", 2, 3).abs().to(getattr(torch, dtype))


def save(name, value, **options):
    torch.save(value, files.out / name, **options)
    files.expect(name, files.pt_load)


def with_attribute(x):
    x.note = "an attribute"
    return x


def dtypes():
    for dtype in known(NEW_DTYPES):
        save(f"{dtype}.pt", numbers(dtype))
        # PyTorch cannot read these itself: it forgot that its storages of bytes have no dtype.
        save(f"legacy-{dtype}.pt", numbers(dtype), _use_new_zipfile_serialization=False)
    save("bits.pt", {name: numbers(name) for name in known(BITS)})
    base = torch.arange(8, dtype=torch.uint8)
    save("two-dtypes.pt", [base.view(torch.uint16), base.view(torch.uint32)[1:], base.untyped_storage()])


def objects():
    model = torch.nn.Linear(2, 1)
    with torch.no_grad():
        model.weight.fill_(1), model.bias.fill_(2)
    buffer = torch.nn.Buffer(torch.ones(2)) if hasattr(torch.nn, "Buffer") else with_attribute(torch.ones(2))
    save("attributes.pt", {
        "tensor": with_attribute(torch.ones(2)), "buffer": buffer, "parameter": with_attribute(torch.nn.Parameter(torch.ones(2))),
        "half": with_attribute(torch.ones(2, dtype=torch.uint16)), "frozen": torch.nn.Parameter(torch.ones(1), requires_grad=False),
    })
    save("meta.pt", {
        "plain": torch.ones(2, 3, device="meta"), "strided": torch.ones(2, 3, device="meta", dtype=torch.bfloat16).t(),
        "grad": torch.ones(2, device="meta", requires_grad=True), "linear": torch.nn.Linear(2, 1, device="meta").state_dict(),
        "uint16": torch.empty(2, dtype=torch.uint16, device="meta"),
    })
    save("layouts.pt", [torch.strided, torch.sparse_coo, torch.sparse_csr, torch.sparse_csc, torch.sparse_bsr, torch.sparse_bsc])
    x = torch.arange(4.0)
    save("storages.pt", {"typed": x._typed_storage(), "tensor": x, "untyped": torch.arange(3, dtype=torch.uint8).untyped_storage(),
                         "empty": torch.zeros(0).untyped_storage()})
    save("storage.pt", torch.arange(3, dtype=torch.int16)._typed_storage())
    save("keys.pt", {None: "none", True: "yes", 2: "two", 2.5: "real", b"ab": "bytes", ("a", None, 1): "tuple", torch.float16: "dtype",
                     torch.Size([2]): "size", 2 ** 70: "large", 1j: "complex"})
    save("sets.pt", [{None}, {b"a", "a"}, set()])
    save("surrogates.pt", ["\ud800", "a\udfff\U0001f600b", "\ud83d"])
    save("counter.pt", collections.Counter("abca"))
    save("bytearray.pt", [bytearray(b"\x00\xff"), bytearray()])
    dense = torch.eye(2)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parts = {
            "first": torch.ones(1), "coo": dense.to_sparse(), "csr": dense.to_sparse_csr(), "bsc": dense.to_sparse_bsc((1, 1)),
            "nested": torch.nested.nested_tensor([torch.ones(1), torch.ones(2)]), "scheme": torch.per_tensor_affine,
            "quantized": torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8),
            "channels": torch.quantize_per_channel(dense, torch.ones(2), torch.zeros(2), 0, torch.quint8),
            "parameter": torch.nn.Parameter(dense.to_sparse()), "list": [dense.to_sparse(), 1], "tuple": (2, dense.to_sparse()),
            "inner": {"coo": dense.to_sparse(), "x": torch.zeros(1), 3: {"deep": dense.to_sparse()}}, "last": torch.ones(2),
        }
        save("missing.pt", parts)
        save("missing-state.pt", {"0.weight": torch.ones(1), "1.weight": parts["channels"], "2.weight": torch.zeros(1)})
        parts.pop("nested")
        save("legacy-missing.pt", parts, _use_new_zipfile_serialization=False)


def legacy():
    def old(name, value):
        save(f"legacy-{name}.pt", value, _use_new_zipfile_serialization=False)

    old("dtypes", {dtype: files.numbers(dtype, 2, 3) for dtype in files.DTYPES})
    base = torch.arange(12.0)
    old("shared", {"base": base, "row": base[3:6], "columns": base.reshape(3, 4).t(), "every": base[::5], "again": base})
    old("views", [torch.tensor(2.5), torch.zeros(0, 3), torch.zeros(0), torch.ones(1).expand(4), torch.ones(5)[4:],
                  torch.tensor([1 + 2j]).conj(), torch._neg_view(torch.ones(2)), torch.ones(1, requires_grad=True)])
    old("values", {"none": None, "list": [1, 2.5, "\u00e4"], "tuple": (1, ()), "dtype": torch.float16, "size": torch.Size([2])})
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    model(torch.ones(4, 3)).sum().backward()
    optimizer.step()
    old("checkpoint", {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 7})
    old("storage", [base._typed_storage(), base[2:], torch.arange(3)._typed_storage()])
    old("meta", [torch.ones(2, device="meta"), torch.ones(1)])
    old("evil", files.Evil())

    # As PyTorch 0.1 to 0.3 wrote tensors and parameters, opcode by opcode.
    floats = b"ctorch\nFloatStorage\n"
    storage = b"(X\x07\x00\x00\x00storage" + floats + b"X\x01\x00\x00\x005X\x03\x00\x00\x00cpuK\x06NtQ"
    data = struct.pack("<q6f", 6, *range(6))
    tensor = b"ctorch\nFloatTensor\n)\x81(" + storage + b"K\x01K\x02K\x02\x86K\x02K\x01\x86tb"
    rebuilt = b"ctorch._utils\n_rebuild_tensor\n(" + storage + b"K\x00K\x06\x85K\x01\x85tR"
    parameter = b"ctorch.nn.parameter\nParameter\n" + rebuilt + b"\x85R(\x89\x89ccollections\nOrderedDict\n)Rtb"
    for name, code in {
        "tensor-class": tensor, "storage-part": rebuilt.replace(b"K\x06Nt", b"K\x06X\x01\x00\x00\x007K\x02K\x03\x87t").replace(b"K\x06\x85", b"K\x03\x85"), "rebuild": rebuilt, "old-parameter": parameter,
        "new-parameter": b"ctorch.nn.parameter\nParameter\n" + rebuilt + b"\x89\x86\x81",
    }.items():
        handmade(name, code, ["5"], data)
    handmade("wrong-size", rebuilt, ["5"], struct.pack("<q5f", 5, *range(5)))
    handmade("cut-off", rebuilt, ["5"], data[:-3])
    handmade("no-such-storage", rebuilt, ["5", "6"], data + data)
    for name, magic, version in ("magic", MAGIC + 1, VERSION), ("version", MAGIC, VERSION + 1):
        handmade(f"wrong-{name}", b"K\x01", [], b"", magic, version)
    with tarfile.open(files.out / "tar.pt", "w", format=tarfile.PAX_FORMAT) as tar:
        for name in "storages", "tensors", "pickle":
            tar.addfile(tarfile.TarInfo(name), io.BytesIO())
    files.expect("tar.pt", files.pt_load)


def handmade(name, code, keys, data, magic=MAGIC, version=VERSION):
    head = b"".join(pickle.dumps(part, protocol=2) for part in (magic, version, {"little_endian": True}))
    (files.out / f"legacy-{name}.pt").write_bytes(head + b"\x80\x02" + code + b"." + pickle.dumps(keys, protocol=2) + data)
    files.expect(f"legacy-{name}.pt", files.pt_load)


def safe():
    load, save_file = files.safetensors.torch.load_file, files.safetensors.torch.save_file
    covered = {}
    for dtype in known(NEW_DTYPES):
        try:
            files.safetensors.torch.save({"x": numbers(dtype)})
            covered[dtype] = numbers(dtype)
        except (KeyError, ValueError, files.safetensors.SafetensorError):  # it has no name for it
            pass
    save_file(covered, files.out / "newer.safetensors")
    files.expect("newer.safetensors", load)


def places():
    """Files that begin at byte 100 of a stream."""
    def put(name, write, read):
        with open(files.out / name, "wb") as file:
            file.write(b"\x50" * 100)
            write(file)

        def at_100(path):
            with open(path, "rb") as file:
                file.seek(100)
                return read(file)

        files.expect(name, at_100)

    x = torch.arange(3)
    put("at100.pt", lambda file: torch.save(x, file), files.pt_load)
    put("at100-legacy.pt", lambda file: torch.save(x, file, _use_new_zipfile_serialization=False), files.pt_load)
    put("at100.npy", lambda file: numpy.save(file, x.numpy()), files.np_load)
    put("at100.npz", lambda file: numpy.savez(file, x=x.numpy()), files.npz_load)
    inner = io.BytesIO()
    numpy.savez(inner, x=x.numpy())
    put("at100-copied.npz", lambda file: file.write(inner.getvalue()), files.npz_load)


def zips():
    def member(value):
        inner = io.BytesIO()
        numpy.save(inner, value)
        return inner.getvalue()

    def pack(name, members, method=zipfile.ZIP_STORED):
        with warnings.catch_warnings(), zipfile.ZipFile(files.out / name, "w") as file:
            warnings.simplefilter("ignore")
            for key, value, *other in members:
                file.writestr(zipfile.ZipInfo(key), member(value), *other or [method])
        files.expect(name, files.npz_load)

    one, two = numpy.arange(3), numpy.ones(2)
    pack("doubled.npz", [("x.npy", one), ("y.npy", one), ("x.npy", two)])
    pack("with-and-without.npz", [("x.npy", one), ("x", two)])
    pack("without-and-with.npz", [("x", one), ("x.npy", two)])
    pack("bzip2.npz", [("x.npy", one, zipfile.ZIP_BZIP2), ("y.npy", two)])
    pack("lzma.npz", [("x.npy", one, zipfile.ZIP_LZMA), ("y.npy", two)])
    buffer = io.BytesIO()
    torch.save(torch.arange(3), buffer)
    with zipfile.ZipFile(buffer) as plain, zipfile.ZipFile(files.out / "bzip2.pt", "w") as packed:
        for entry in plain.namelist():
            packed.writestr(zipfile.ZipInfo(entry), plain.read(entry), zipfile.ZIP_BZIP2)
    files.expect("bzip2.pt", files.pt_load)


NAMES = """? bool bool_ b1 b byte i1 int8 B ubyte u1 uint8 h short i2 int16 H ushort u2 uint16 i intc i4 int32 I uintc u4 uint32 l long int
int_ p intp i8 int64 L ulong uint uintp P u8 uint64 q longlong Q ulonglong e half f2 float16 f single f4 float32 d double float f8
float64 g longdouble f16 F csingle c8 complex64 D cdouble complex c16 complex128 G clongdouble c32 longfloat cfloat singlecomplex
float_ complex_ object O S3 U2 V4 M8 m8 datetime64 c""".split()  # not S, U, V: PyTorch 2.6 divides by their size, 0


def headers():
    """Ways to write a header: {"header", and "value" or "error"} by line; 96 bytes of data follow."""
    lines = []

    def add(text, data=bytes(range(96))):
        raw = text.encode("latin1")
        raw += b" " * (-(10 + len(raw) + 1) % 64) + b"\n"
        content = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(raw)) + raw + data
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                value = files.tagged(files.np_load(io.BytesIO(content)))
            value["t"].pop("storage", None)
            lines.append({"header": text, "value": value})
        except Exception as thrown:
            lines.append({"header": text, "error": {"type": type(thrown).__name__, "text": str(thrown)}})

    def of(descr, shape="(2,)", order="False"):
        add(f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}}}")

    for name in NAMES:
        of(repr(name))
        for order in "<>=|":
            of(repr(order + name))
    for descr in ("u'<f4'", "b'<f4'", "r'<f4'", "U'<f4'", "'<' 'f4'", "'\\x3cf4'", "'\\u003cf4'", "\"<f4\"", "'''<f4'''", "'<\\\n'",
                  "'f4 '", "' f4'", "'<f3'", "''", "'<'", "'f4,f4'", "'2f4'", "('<f4',)", "[('a', '<f4')]", "None", "4", "'<<f4'", "'\\146'"):
        of(descr)
    for shape in ("(0x2,)", "(0X2,)", "(0o2,)", "(0b10,)", "(1_0,)", "(2L,)", "(0x2L,)", "(+2,)", "(-2,)", "(2)", "2", "[2]", "(True,)", "(2.0,)",
                  "(1, 2, )", "( 2 , )", "(02,)", "(00,)", "()", "(2,)#x", "(1+1,)", "(2,),"):
        of("'<f4'", shape)
    for order in "true", "0", "1", "None", "'C'", "(False)":
        of("'<f4'", order=order)
    for text in ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'shape': (1,)}", "{'descr': '<f4', 'fortran_order': False}", "{}", "",
                 "{u'descr': '<f4', u'fortran_order': False, u'shape': (2,)}", "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'x': 1}",
                 "{\n'descr': '<f4',\n'fortran_order': False,\n'shape': (2,)\n}", "({'descr': '<f4', 'fortran_order': False, 'shape': (2,)})",
                 "{b'descr': '<f4', 'fortran_order': False, 'shape': (2,)}"):
        add(text)
    (files.out / "headers.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n")


def main():
    dtypes()
    objects()
    legacy()
    places()
    zips()
    if files.safetensors:
        safe()
    headers()
