using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchLite.Interop;

namespace TorchLite.Tests.Interop;

public sealed unsafe class DlpackTests
{
    private static int deleted;

    private static IEnumerable<DType> DTypes => DType.All.ToArray();

    [TestCaseSource(nameof(DTypes))]
    public void Every_dtype_goes_there_and_back_in_the_same_memory(DType dtype)
    {
        foreach (var versioned in new[] { false, true })
        {
            var x = Torch.Tensor([0, 1, 2, 3]).To(dtype);
            var back = Torch.FromDlpack(Torch.ToDlpack(x, versioned));

            back.DType.Should().Be(dtype);
            back.DataPtr().Should().Be(x.DataPtr());
            back.ToString().Should().Be(x.ToString());
        }
    }

    [Test]
    public void The_structure_is_that_of_the_specification()
    {
        var x = Torch.Zeros([4, 6], dtype: DType.Float64)[1.., "::2"];
        using var capsule = Torch.ToDlpack(x);
        var at = (byte*)capsule.DangerousGetHandle();

        // DLManagedTensor of dlpack.h, by the offsets of a C compiler on 64 bits.
        (*(nint*)at).Should().Be(x.DataPtr());
        (*(int*)(at + 8), *(int*)(at + 12), *(int*)(at + 16)).Should().Be((1, 0, 2), "device CPU 0, two dimensions");
        (at[20], at[21], *(ushort*)(at + 22)).Should().Be(((byte)2, (byte)64, (ushort)1), "float, 64 bits, one lane");
        new Span<long>(*(long**)(at + 24), 2).ToArray().Should().Equal(3, 3);
        new Span<long>(*(long**)(at + 32), 2).ToArray().Should().Equal(6, 2);
        (*(ulong*)(at + 40)).Should().Be(0);
        sizeof(DlManagedTensor).Should().Be(64);

        using var versioned = Torch.ToDlpack(x, versioned: true);
        at = (byte*)versioned.DangerousGetHandle();
        (*(uint*)at, *(uint*)(at + 4)).Should().Be((1u, 0u));
        (*(nint*)(at + 32)).Should().Be(x.DataPtr());
        sizeof(DlManagedTensorVersioned).Should().Be(80);
        (capsule.Name, versioned.Name).Should().Be(("dltensor", "dltensor_versioned"));
    }

    [Test]
    public void Any_shape_and_strides_go_there_and_back()
    {
        var x = Torch.Arange(12).Reshape(3, 4);
        foreach (var tensor in new[] { x.T, x[1.., "::2"], x[1].Expand(2, 4), x[0, 1], x[3..], x[2..] })
        {
            var back = Torch.FromDlpack(Torch.ToDlpack(tensor));
            back.Shape.Should().Equal(tensor.Shape);
            back.Equal(tensor).Should().BeTrue();
        }

        Torch.FromDlpack(Torch.ToDlpack(x.T))[3, 0] = 30;
        x[0, 3].Item<int>().Should().Be(30);
    }

    [Test]
    public void Another_librarys_tensor_is_read_from_its_byte_offset_and_deleted_once()
    {
        deleted = 0;
        var numbers = stackalloc short[] { -1, 1, 2, 3, 4, 5, 6 };
        var managed = Foreign((nint)numbers, byteOffset: 2, ndim: 2, sizes: [2, 3]);
        using var capsule = new DlpackCapsule((nint)managed);

        var x = Torch.FromDlpack(capsule);
        x.ToString().Should().Be("tensor([[1, 2, 3],\n        [4, 5, 6]], dtype=torch.int16)");
        capsule.Dispose();
        var view = x[1];
        x.Dispose();
        deleted.Should().Be(0);
        view.Dispose();
        deleted.Should().Be(1);
    }

    [Test]
    public void A_capsule_is_used_once_and_gives_back_what_nobody_took()
    {
        deleted = 0;
        var number = 5L;
        new DlpackCapsule((nint)Foreign((nint)(&number), 0, 0, [])).Dispose();
        deleted.Should().Be(1);

        var capsule = Torch.ToDlpack(Torch.Ones(2));
        using (Torch.FromDlpack(capsule))
        {
            capsule.Name.Should().Be("used_dltensor");
            Refused(() => Torch.FromDlpack(capsule)).Should().StartWith("from_dlpack received an invalid capsule. Note that DLTensor");
            Refused(() => capsule.Detach()).Should().StartWith("from_dlpack received an invalid capsule.");
        }

        capsule.Dispose();
        capsule.Dispose();
    }

    [Test]
    public void The_memory_stays_as_long_as_the_capsule_has_it()
    {
        Torch.Memory.Collect();
        var before = Torch.Memory.LiveTensors();
        var x = Torch.Full([1000], 3);
        var capsule = Torch.ToDlpack(x);
        x.Dispose();
        Torch.Full([1000], 4).Dispose();

        using (var back = Torch.FromDlpack(capsule))
        {
            back.ToArray<long>().Sum().Should().Be(3000);
        }

        Torch.Memory.Collect();
        Torch.Memory.LiveTensors().Should().Be(before);
    }

    [Test]
    public void What_cannot_go_there_is_told_in_PyTorchs_words()
    {
        var complex = Torch.Tensor([new Complex(1, 2)]).Conj();

        Refused(() => Torch.ToDlpack(Torch.Ones([2], requiresGrad: true)))
            .Should().Be("Can't export tensors that require gradient, use tensor.detach()");
        Refused(() => Torch.ToDlpack(complex)).Should().Be("Can't export tensors with the conjugate bit set");
        Refused(() => Torch.ToDlpack(complex.Imag)).Should().Be("Can't export tensors with the negative bit set");
        Refused(() => Torch.ToDlpack(Torch.Ones([2], device: "meta"))).Should().Be("Cannot pack tensors on meta");
    }

    [Test]
    public void What_cannot_come_from_there_is_told_and_stays_in_its_capsule()
    {
        deleted = 0;
        var number = 5L;
        var address = (nint)(&number);
        var made = 0;

        Told(static managed => managed->Tensor.Device.Type = 2).Should().Be("Unsupported device_type: 2");
        Told(static managed => managed->Tensor.DType.Lanes = 4).Should().Be("ATen does not support lanes != 1");
        Told(static managed => managed->Tensor.DType.Code = 9).Should().Be("Unsupported code 9");
        Told(static managed => managed->Tensor.DType.Bits = 24).Should().Be("Unsupported kDLInt bits 24");
        Told(static managed => managed->Tensor.Ndim = -1).Should().StartWith("A DLPack tensor of -1 dimensions");
        Told(static managed => managed->Tensor.Shape = null).Should().StartWith("A DLPack tensor of 1 dimensions without sizes");
        Told(static managed => managed->Tensor.Shape[0] = -1).Should().StartWith("Sizes and strides of a DLPack tensor");
        Told(static managed => managed->Tensor.Data = 0).Should().Be("A DLPack tensor without data");
        deleted.Should().Be(made);
        Refused(() => new DlpackCapsule(0)).Should().StartWith("There is no managed tensor at address zero.");

        string Told(Change change)
        {
            made++;
            var managed = Foreign(address, 0, 1, [1]);
            change(managed);
            using var capsule = new DlpackCapsule((nint)managed);
            var told = Refused(() => Torch.FromDlpack(capsule));
            capsule.IsInvalid.Should().BeFalse();
            return told;
        }
    }

    private delegate void Change(DlManagedTensor* managed);

    private static DlManagedTensor* Foreign(nint data, ulong byteOffset, int ndim, long[] sizes)
    {
        var block = (DlManagedTensor*)NativeMemory.AllocZeroed(256);
        var shape = (long*)(block + 1);
        sizes.CopyTo(new Span<long>(shape, sizes.Length));
        block->Tensor = new()
        {
            Data = data, Device = new() { Type = 1 }, Ndim = ndim, DType = DlDataType.Of(DType.Int16), Shape = shape,
            ByteOffset = byteOffset,
        };
        block->Deleter = &Count;
        return block;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Count(void* managed)
    {
        deleted++;
        NativeMemory.Free(managed);
    }

    private static string Refused(Func<object> act)
    {
        try
        {
            return $"no exception: {act()}";
        }
        catch (Exception error)
        {
            return error.Message;
        }
    }
}
