using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchLite.Tests.Interop;

public sealed class ArrayTests
{
    internal static readonly Array[] OfEveryType =
    [
        new[] { true, false }, new byte[] { 0, 255 }, new sbyte[] { -128, 127 }, new short[] { short.MinValue, 2 },
        new[] { int.MinValue, 2 }, new[] { long.MinValue, 2 }, new[] { (Half)0.1, Half.NegativeInfinity },
        new[] { 0.1f, -0f }, new[] { 0.1, -0.0 },
    ];

    [Test]
    public unsafe void Complex_numbers_are_shared_only_where_libtorch_can_read_them()
    {
        // Instructions that want an alignment of 16 bytes end the process; .NET aligns arrays to 8.
        var array = new[] { new Complex(1, -2), Complex.ImaginaryOne };
        const string Told = "TorchException: libtorch takes complex128 only from memory that is aligned to 16 bytes";

        Refused(() => Torch.FromArray(array)).Should().StartWith(Told);
        Refused(() => Torch.FromMemory(array.AsMemory())).Should().StartWith(Told);
        Refused(() => Torch.FromTensor(System.Numerics.Tensors.Tensor.Create(array))).Should().StartWith(Told);
        Refused(() => Torch.Asarray(array, copy: false)).Should().Contain("can't alias");
        Torch.AsTensor(array).ToArray<Complex>().Should().Equal(array);

        var memory = stackalloc double[6];
        var aligned = ((nint)memory + 15) & ~15;
        Torch.FromPointer(aligned, [2], DType.Complex128).Fill_(new Complex(3, 4)).Sum().Item<Complex>().Should().Be(new Complex(6, 8));
        Refused(() => Torch.FromPointer(aligned + 8, [2], DType.Complex128)).Should().StartWith(Told);
        using var doubles = Torch.FromPointer(aligned + 8, [2, 2], DType.Float64);
        Refused(() => doubles.ViewAsComplex()).Should().StartWith(Told);
        Refused(() => doubles.View(DType.Complex128)).Should().StartWith(Told);
        Torch.FromPointer(aligned + 8, [0], DType.Complex128).Numel().Should().Be(0);
    }

    [TestCaseSource(nameof(OfEveryType))]
    public void An_array_of_every_type_shares_its_memory_in_both_directions(Array array)
    {
        var tensor = Torch.FromArray(array);
        var second = array.GetValue(1);

        tensor.DType.Should().Be(Torch.Tensor(array).DType);
        tensor.Equal(Torch.Tensor(array)).Should().BeTrue();
        tensor[0] = tensor[1];
        array.GetValue(0).Should().Be(second);
        array.SetValue(Activator.CreateInstance(second!.GetType()), 1);
        tensor[1].Bool().Item<bool>().Should().BeFalse();
    }

    [Test]
    public void An_array_of_any_rank_shares_its_memory()
    {
        var three = new int[2, 3, 4];
        three[1, 2, 3] = 5;
        Torch.FromArray(three)[1, 2, 3].Item().Should().Be((Scalar)5);
        Torch.FromArray(three).Shape.Should().Equal(2, 3, 4);
        Torch.FromArray(Array.CreateInstance(typeof(float), [2, 2], [10, -3])).Fill_(1).Sum().Item<int>().Should().Be(4);
        foreach (var empty in new Array[] { new int[0], new double[3, 0], new bool[0, 2] })
        {
            Torch.FromArray(empty).Numel().Should().Be(0);
            Torch.FromArray(empty).Dim().Should().Be(empty.Rank);
        }

        Torch.FromArray(new DayOfWeek[] { DayOfWeek.Friday }).ToString().Should().Be("tensor([5], dtype=torch.int32)");
    }

    [Test]
    public void An_array_is_held_just_as_long_as_a_tensor_or_a_view_uses_it()
    {
        var (array, view) = Make();
        Collect();
        array.IsAlive.Should().BeTrue();
        view.ToArray<int>().Should().Equal(2, 3);

        view.Dispose();
        Collect();
        array.IsAlive.Should().BeFalse();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (WeakReference, Tensor) Make()
        {
            var array = new[] { 1, 2, 3 };
            using var tensor = Torch.FromArray(array);
            return (new WeakReference(array), tensor[1..]);
        }
    }

    [Test]
    public void Memory_is_shared_from_where_it_begins_and_given_back_once()
    {
        var manager = new CountingManager(6);
        var tensor = Torch.FromMemory(manager.Memory[2..], [2, 2]);
        tensor.Fill_(3);

        manager.Values.Should().Equal(0, 0, 3, 3, 3, 3);
        (manager.Pins, manager.Unpins).Should().Be((1, 0));
        tensor[1].Dispose();
        tensor.Dispose();
        Collect();
        (manager.Pins, manager.Unpins).Should().Be((1, 1));

        Torch.FromMemory(Memory<long>.Empty).Shape.Should().Equal(0);
        var act = () => Torch.FromMemory(manager.Memory, [2, 2]);
        act.Should().Throw<TorchException>().WithMessage("shape '[2, 2]' is invalid for input of size 6");
        (manager.Pins, manager.Unpins).Should().Be((1, 1));
    }

    [Test]
    public void A_span_is_copied()
    {
        Span<short> numbers = [1, 2, 3, 4];
        var tensor = Torch.FromSpan<short>(numbers, [2, 2]);
        numbers.Clear();

        tensor.ToString().Should().Be("tensor([[1, 2],\n        [3, 4]], dtype=torch.int16)");
        Torch.FromSpan<float>([]).Shape.Should().Equal(0);
        Torch.FromSpan<float>([1], []).Dim().Should().Be(0);
        Refused(() => Torch.FromSpan<float>([1, 2], [3])).Should().Be("TorchException: shape '[3]' is invalid for input of size 2");
        Refused(() => Torch.FromSpan<float>([1], [-1, -1])).Should().Be("TorchException: shape '[-1, -1]' is invalid for input of size 1");
        Refused(() => Torch.FromSpan<float>([1], [1L << 62, 4])).Should().StartWith("TorchException: shape '[4611686018427387904, 4]'");
        Refused(() => Torch.FromSpan<char>(['a'])).Should().StartWith("TorchTypeException: can't convert an array of System.Char");
    }

    [Test]
    public unsafe void Memory_at_an_address_is_shared_and_given_back_once_when_nothing_uses_it()
    {
        var memory = (double*)NativeMemory.AllocZeroed(6, sizeof(double));
        var released = new List<nint>();
        var tensor = Torch.FromPointer((nint)memory, [2, 3], DType.Float64, address =>
        {
            released.Add(address);
            NativeMemory.Free((void*)address);
        });
        var view = tensor[1];
        tensor.Dispose();
        view.Fill_(4);

        (memory[2], memory[3], memory[5]).Should().Be((0, 4, 4));
        released.Should().BeEmpty();
        view.Dispose();
        released.Should().Equal((nint)memory);
    }

    [Test]
    public unsafe void Memory_at_an_address_is_walked_over_by_the_strides_given()
    {
        var memory = stackalloc int[] { 0, 1, 2, 3, 4, 5 };
        var address = (nint)memory;
        using var columns = Torch.FromPointer(address, [3, 2], DType.Int32, stride: [1, 3]);
        using var repeated = Torch.FromPointer(address, [2, 3], DType.Int32, stride: [0, 2]);

        columns.ToArray2D<int>().Should().BeEquivalentTo(new[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } });
        repeated.ToArray<int>().Should().Equal(0, 2, 4, 0, 2, 4);
        columns.RequiresGrad.Should().BeFalse();
        columns[2, 1] = 50;
        memory[5].Should().Be(50);
    }

    [Test]
    public void What_no_tensor_can_be_made_of_is_given_back_at_once()
    {
        var released = 0;
        Refused(() => Torch.FromPointer(0, [2], DType.Int32, _ => released++)).Should().StartWith("ArgumentException: There is no memory");
        Refused(() => Torch.FromPointer(8, [-2], DType.Int32, _ => released++)).Should().StartWith("TorchException: sizes and strides");
        Refused(() => Torch.FromPointer(8, [2], DType.Int32, _ => released++, [-1])).Should().StartWith("TorchException: sizes and");
        Refused(() => Torch.FromPointer(8, [2], DType.Int32, _ => released++, [1, 1])).Should().StartWith("TorchException: mismatch in");
        released.Should().Be(4);
        Torch.FromPointer(0, [0, 2], DType.Int32, _ => released++).Dispose();
        released.Should().Be(5);
    }

    [Test]
    public void Arrays_of_arrays_are_copied_as_lists_of_lists()
    {
        Torch.Tensor(new[] { new[] { 1, 2, 3 }, [4, 5, 6] }).ToString()
            .Should().Be("tensor([[1, 2, 3],\n        [4, 5, 6]], dtype=torch.int32)");
        Torch.Tensor(new[] { new[,] { { 1f, 2 } }, new[,] { { 3f, 4 } } }).Shape.Should().Equal(2, 1, 2);
        Torch.Tensor(new[] { new[] { new[] { 1.5 } } }, DType.Int64).ToString().Should().Be("tensor([[[1]]])");
        Torch.Tensor(Array.Empty<int[]>()).Shape.Should().Equal(0);
        Torch.Tensor(new int[2][] { [], [] }).Shape.Should().Equal(2, 0);

        Refused(() => Torch.Tensor(new[] { new[] { 1, 2 }, [3] }))
            .Should().Be("TorchValueException: expected sequence of length 2 at dim 1 (got 1)");
        Refused(() => Torch.Tensor(new[] { Array.Empty<int>(), [3] }))
            .Should().Be("TorchValueException: expected sequence of length 0 at dim 1 (got 1)");
        Refused(() => Torch.Tensor(new[] { new[] { 1 }, null! })).Should().Be("TorchTypeException: not a sequence");
        Refused(() => Torch.Tensor(new[] { new[] { "a" } })).Should().StartWith("TorchTypeException: can't convert an array of");
        Refused(() => Torch.FromArray(new[] { new[] { 1 } })).Should().StartWith("TorchTypeException: an array of arrays has no one");
    }

    [Test]
    public void A_sequence_is_copied_with_the_dtype_of_its_type()
    {
        Torch.Tensor(new List<float> { 1, 2 }).ToString().Should().Be("tensor([1., 2.])");
        Torch.Tensor(Enumerable.Range(0, 3)).ToString().Should().Be("tensor([0, 1, 2], dtype=torch.int32)");
        Torch.Tensor(new List<long[]> { new long[] { 1, 2 }, new long[] { 3, 4 } }, requiresGrad: false).Shape.Should().Equal(2, 2);
        Torch.Tensor(new HashSet<bool> { true }, DType.Float32, requiresGrad: true).ToString()
            .Should().Be("tensor([1.], requires_grad=True)");

        var x = Torch.Ones([2], requiresGrad: true);
        var copy = Torch.Tensor(x * 2);
        copy.ToString().Should().Be("tensor([2., 2.])");
        Refused(() => Torch.Tensor("abc")).Should().Be("TorchTypeException: new(): invalid data type 'str'");
        Refused(() => Torch.Tensor(new List<DateTime> { default })).Should().StartWith("TorchTypeException: can't convert an array of");
        Refused(() => Torch.Tensor((IEnumerable<int>)null!)).Should().StartWith("ArgumentNullException: ");
    }

    [Test]
    public void A_buffer_is_taken_for_numbers_of_any_dtype_as_PyTorch_does()
    {
        var b = Enumerable.Range(0, 16).Select(static i => (byte)i).ToArray();

        Torch.Frombuffer(b, DType.Int32).ToString()
            .Should().Be("tensor([ 50462976, 117835012, 185207048, 252579084], dtype=torch.int32)");
        Torch.Frombuffer(b, DType.Int32, count: -2).Shape.Should().Equal(4);
        Torch.Frombuffer(b, DType.Int32, count: 2, offset: 6).ToString().Should().Be("tensor([151521030, 218893066], dtype=torch.int32)");
        Torch.Frombuffer(b, DType.Float32, requiresGrad: true).ToString()
            .Should().Be("tensor([3.8205e-37, 1.0083e-34, 2.6585e-32, 7.0037e-30], requires_grad=True)");
        Torch.Frombuffer(b, DType.Bool, count: 3).ToString().Should().Be("tensor([False,  True,  True])");
        Torch.Frombuffer(new[] { 1f, 2f }, DType.Bfloat16).ToString().Should().Be("tensor([0., 1., 0., 2.], dtype=torch.bfloat16)");
        Torch.Frombuffer(new[] { 'a', 'b' }, DType.Int16).ToString().Should().Be("tensor([97, 98], dtype=torch.int16)");
        Torch.Frombuffer(b.AsMemory(4, 8), DType.Int32).Neg_();
        Torch.Frombuffer(b, DType.Int32)[1].Item<int>().Should().Be(-117835012);

        Refused(() => Torch.Frombuffer(b, DType.Int32, count: 5)).Should().Be(
            "TorchValueException: requested buffer length (5 * 4 bytes) after offset (0 bytes) "
            + "must not be greater than actual buffer length (16 bytes)");
        Refused(() => Torch.Frombuffer(b, DType.Int32, offset: 3)).Should().Be(
            "TorchValueException: buffer length (13 bytes) after offset (3 bytes) must be a multiple of element size (4)");
        foreach (var offset in new[] { 16, -1, 17 })
        {
            Refused(() => Torch.Frombuffer(b, DType.Int32, offset: offset)).Should().Be(
                $"TorchValueException: offset ({offset} bytes) must be non-negative and no greater than buffer length (16 bytes) minus 1");
        }

        Refused(() => Torch.Frombuffer(b, DType.Int32, count: 0))
            .Should().Be("TorchValueException: both buffer length (16) and count (0) must not be 0");
        Refused(() => Torch.Frombuffer(Array.Empty<byte>(), DType.Int32))
            .Should().Be("TorchValueException: both buffer length (0) and count (-1) must not be 0");
        Refused(() => Torch.Frombuffer(b, DType.Int32, requiresGrad: true))
            .Should().Be("TorchException: Only Tensors of floating point and complex dtype can require gradients");
        Refused(() => Torch.Frombuffer(b, DType.Int32, count: long.MaxValue)).Should().StartWith("TorchValueException: requested");
        Refused(() => Torch.Frombuffer(new[] { "a" }, DType.Int32)).Should().StartWith("TorchTypeException: ");
    }

    [Test]
    public void As_tensor_shares_where_nothing_has_to_change()
    {
        var array = new[] { 1L, 2 };
        Torch.AsTensor(array).Add_(1);
        Torch.AsTensor(array, DType.Float32).Add_(1);
        array.Should().Equal(2, 3);

        var x = Torch.Ones([2], requiresGrad: true) * 2;
        Torch.AsTensor(x).DataPtr().Should().Be(x.DataPtr());
        Torch.AsTensor(x, DType.Float64).ToString().Should().Be("tensor([2., 2.], dtype=torch.float64, grad_fn=<ToCopyBackward0>)");
        Torch.AsTensor([1, 2.5]).ToString().Should().Be("tensor([1.0000, 2.5000])");
        Torch.AsTensor(new[] { new[] { 1, 2 } }, device: "meta").Shape.Should().Equal(1, 2);
    }

    [Test]
    public void Asarray_shares_or_copies_as_it_is_told()
    {
        var array = new[] { 1f, 2 };
        Torch.Asarray(array, copy: true).Add_(1);
        array.Should().Equal(1, 2);
        Torch.Asarray(array, copy: false, requiresGrad: true).ToString().Should().Be("tensor([1., 2.], requires_grad=True)");
        Torch.Asarray(new[] { new[] { 1 } }).ToString().Should().Be("tensor([[1]], dtype=torch.int32)");
        Torch.Asarray([1, 2], copy: true).ToString().Should().Be("tensor([1, 2])");

        var x = Torch.Ones([2], requiresGrad: true);
        Torch.Asarray(x * 2, requiresGrad: false).ToString().Should().Be("tensor([2., 2.])");
        Torch.Asarray(x * 2).ToString().Should().Be("tensor([2., 2.], grad_fn=<MulBackward0>)");
        Torch.Asarray(x * 2, requiresGrad: true).ToString().Should().Be("tensor([2., 2.], grad_fn=<MulBackward0>)");
        Torch.Asarray(x, DType.Float64).ToString().Should().Be("tensor([1., 1.], dtype=torch.float64, grad_fn=<ToCopyBackward0>)");
        Torch.Asarray(x, requiresGrad: false);
        x.RequiresGrad.Should().BeFalse("PyTorch sets it on the tensor itself");

        Refused(() => Torch.Asarray(new[] { 1L }, DType.Float32, copy: false))
            .Should().Be("TorchValueException: can't alias tensor with dtype 'Long' into dtype 'Float'.");
        Refused(() => Torch.Asarray(new[] { 1L }, device: "meta", copy: false))
            .Should().Be("TorchValueException: can't alias tensor from device 'cpu' to 'meta'.");
        Refused(() => Torch.Asarray([1, 2], copy: false))
            .Should().Be("TorchValueException: can't alias arbitrary sequence into a tensor.");
        Refused(() => Torch.Asarray(new[] { new[] { 1 } }, copy: false)).Should().Contain("arbitrary sequence");
        Refused(() => Torch.Asarray(new[] { 1L }, requiresGrad: true))
            .Should().Be("TorchException: Only Tensors of floating point and complex dtype can require gradients");
    }

    [Test]
    public void A_tensor_of_NETs_shares_its_memory_whatever_its_strides()
    {
        var theirs = System.Numerics.Tensors.Tensor.Create(new[] { 1, 2, 3, 4, 5, 6 }, 1, [2, 2], [3, 1]);
        var ours = Torch.FromTensor(theirs);

        ours.ToString().Should().Be("tensor([[2, 3],\n        [5, 6]], dtype=torch.int32)");
        ours[1, 1] = 60;
        theirs[1, 1].Should().Be(60);
        theirs[0, 0] = 20;
        ours[0, 0].Item<int>().Should().Be(20);
    }

    private static string Refused(Func<object> act)
    {
        try
        {
            return $"no exception: {act()}";
        }
        catch (Exception error)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private sealed class CountingManager(int length) : MemoryManager<int>
    {
        internal readonly int[] Values = GC.AllocateArray<int>(length, pinned: true);

        internal int Pins { get; private set; }

        internal int Unpins { get; private set; }

        public override Span<int> GetSpan() => Values;

        public override unsafe MemoryHandle Pin(int elementIndex = 0)
        {
            Pins++;
            return new(Unsafe.AsPointer(ref Values[elementIndex]), default, this);
        }

        public override void Unpin() => Unpins++;

        protected override void Dispose(bool disposing)
        {
        }
    }
}
