using System.Numerics;
using System.Runtime.CompilerServices;
using NumSharp;
using TorchLite.Tests.Native;

namespace TorchLite.Tests.Interop;

public sealed class NumpyTests
{
    [Test]
    public void What_is_written_to_a_tensor_is_read_from_its_array_and_the_other_way_round()
    {
        var tensor = Torch.Arange(6).Reshape(2, 3);
        var array = tensor.Numpy();

        tensor.Add_(1);
        array[0, 2] = 30L;

        array.ToString().Should().Be("[[ 1  2 30]\n [ 4  5  6]]");
        tensor.ToString().Should().Be("tensor([[ 1,  2, 30],\n        [ 4,  5,  6]])");
    }

    [Test]
    public void What_is_written_to_an_array_is_read_from_its_tensor_and_the_other_way_round()
    {
        var array = np.arange(6).reshape(2, 3);
        var tensor = Torch.FromNumpy(array);

        tensor.Add_(1);
        array[0, 2] = 30L;

        array.ToString().Should().Be("[[ 1  2 30]\n [ 4  5  6]]");
        tensor.ToString().Should().Be("tensor([[ 1,  2, 30],\n        [ 4,  5,  6]])");
    }

    private static IEnumerable<Array> Arrays() =>
    [
        new[] { true, false }, new byte[] { 0, 255 }, new sbyte[] { -128, 127 }, new short[] { short.MinValue, 2 },
        new[] { int.MinValue, 2 }, new[] { long.MinValue, 2 }, new[] { (Half)0.1, Half.NegativeInfinity },
        new[] { 0.1f, float.NaN }, new[] { 0.1, -0.0 },
        new[] { new Complex(1, -2), Complex.ImaginaryOne },
    ];

    [TestCaseSource(nameof(Arrays))]
    public void Every_dtype_that_both_have_goes_there_and_back_bit_for_bit(Array values)
    {
        // A copy lies in memory of NumSharp's own, which is aligned as libtorch wants complex numbers to be.
        var array = np.array(values).copy();

        var tensor = Torch.FromNumpy(array);
        var back = tensor.Numpy();

        tensor.DType.Should().Be(Torch.Tensor(values).DType);
        tensor.Equal(Torch.Tensor(values)).Should().Be(!values.Cast<object>().Contains(float.NaN));
        back.dtype.Should().Be(values.GetType().GetElementType());
        Bytes(back).Should().Equal(Bytes(array));
    }

    [Test]
    public void Every_shape_goes_there_and_back()
    {
        foreach (Shape shape in new Shape[] { [], [0], [0, 3], [1], [2, 1, 3], [1, 0, 2] })
        {
            var tensor = Torch.Rand(shape);
            var array = tensor.Numpy();

            array.shape.Should().Equal(shape.ToArray());
            Torch.FromNumpy(array).Shape.Should().Equal(shape);
            Torch.FromNumpy(array).Equal(tensor).Should().BeTrue();
        }
    }

    [Test]
    public void A_part_that_is_contiguous_shares_the_memory_of_the_whole()
    {
        var array = np.arange(12).reshape(3, 4);
        Torch.FromNumpy(array["1:"]).Fill_(-1);
        Torch.FromNumpy(array["0:1, 1:3"]).Fill_(-2);

        array.ToString().Should().Be("[[ 0 -2 -2  3]\n [-1 -1 -1 -1]\n [-1 -1 -1 -1]]");

        var tensor = Torch.Arange(4);
        tensor[1..3].Numpy()[0] = 9L;
        tensor.ToString().Should().Be("tensor([0, 9, 2, 3])");
    }

    [Test]
    public void A_tensor_of_any_strides_shares_its_memory_with_its_array()
    {
        var tensor = Torch.Arange(12).Reshape(3, 4);
        var columns = tensor.T.Numpy();
        columns[3, 0] = 30L;
        tensor[1.., "::2"].Numpy()[0, 1] = -1L;

        tensor.ToString().Should().Be("tensor([[ 0,  1,  2, 30],\n        [ 4,  5, -1,  7],\n        [ 8,  9, 10, 11]])");
        columns.shape.Should().Equal(4, 3);
        columns.strides.Should().Equal(8, 32);
        columns.ToString().Should().Be("[[ 0  4  8]\n [ 1  5  9]\n [ 2 -1 10]\n [30  7 11]]");
        (columns + 1)["3"].ToString().Should().Be("[31  8 12]");

        var repeated = tensor[1].Expand(2, 4).Numpy();
        repeated.ToString().Should().Be("[[ 4  5 -1  7]\n [ 4  5 -1  7]]");
        repeated[1, 0] = 40L;
        tensor[1, 0].Item<int>().Should().Be(40);
        tensor[3.., "::2"].Numpy().shape.Should().Equal(0, 2);
    }

    [Test]
    public void An_array_of_any_strides_shares_its_memory_with_its_tensor()
    {
        var array = np.arange(12).reshape(3, 4);
        var odd = Torch.FromNumpy(array[":, 1::2"]);

        odd.ToString().Should().Be("tensor([[ 1,  3],\n        [ 5,  7],\n        [ 9, 11]])");
        odd.Stride().Should().Equal(4, 2);
        odd.IsLeaf.Should().BeTrue();
        odd.Zero_();
        array.ToString().Should().Be("[[ 0  0  2  0]\n [ 4  0  6  0]\n [ 8  0 10  0]]");
        Torch.FromNumpy(array.T).Stride().Should().Equal(1, 4);
        Torch.FromNumpy(array.T)[2, 1].Item<int>().Should().Be(6);
        Torch.FromNumpy(array["::2, 1:"].T).Numpy()[0, 1] = 5L;
        array.GetInt64(2, 1).Should().Be(5);
    }

    [Test]
    public void A_read_only_array_becomes_a_tensor_that_can_be_written_to_as_in_PyTorch()
    {
        var row = np.arange(3);
        var repeated = np.broadcast_to(row, new NumSharp.Shape(2, 3));
        repeated.Shape.IsWriteable.Should().BeFalse();

        var tensor = Torch.FromNumpy(repeated);

        tensor.ToString().Should().Be("tensor([[0, 1, 2],\n        [0, 1, 2]])");
        tensor.Stride().Should().Equal(0, 1);
        tensor[1, 2] = 20;
        row.ToString().Should().Be("[ 0  1 20]");
    }

    [Test]
    public void What_cannot_become_an_array_is_told_in_the_words_of_PyTorch()
    {
        var grad = Torch.Ones([2], requiresGrad: true);
        var complex = Torch.Tensor([new Complex(1, 2)], dtype: TorchLite.DType.Complex128);

        Refused(() => grad.Numpy())
            .Should().Be("TorchException: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.");
        Refused(() => (grad * 2).Numpy()).Should().Contain("requires grad");
        Refused(() => complex.Conj().Numpy())
            .Should().Be("TorchException: Can't call numpy() on Tensor that has conjugate bit set. "
                + "Use tensor.resolve_conj().numpy() instead.");
        Refused(() => complex.Conj().Imag.Numpy())
            .Should().Be("TorchException: Can't call numpy() on Tensor that has negative bit set. "
                + "Use tensor.resolve_neg().numpy() instead.");
        Refused(() => Torch.Ones([2], device: "meta").Numpy()).Should().Be(
            "TorchTypeException: can't convert meta device type tensor to numpy. "
            + "Use Tensor.cpu() to copy the tensor to host memory first.");
        Refused(() => Torch.Ones([2], dtype: TorchLite.DType.Bfloat16).Numpy())
            .Should().Be("TorchTypeException: Got unsupported ScalarType BFloat16");
        Refused(() => Torch.Ones([2], dtype: TorchLite.DType.Complex64).Numpy())
            .Should().Be("TorchTypeException: Got unsupported ScalarType ComplexFloat");
        Refused(() => ((Tensor)null!).Numpy()).Should().StartWith("ArgumentNullException: ");
    }

    [Test]
    public void What_cannot_become_a_tensor_is_told_in_the_words_of_PyTorch()
    {
        var disposed = np.ones(3);
        disposed.Dispose();

        Refused(() => Torch.FromNumpy(np.arange(4)["::-1"]))
            .Should().StartWith("TorchValueException: At least one stride in the given numpy array is negative");
        Refused(() => Torch.FromNumpy(np.zeros(new NumSharp.Shape(2), typeof(decimal)))).Should().StartWith(
            "TorchTypeException: can't convert np.ndarray of type System.Decimal. The only supported types are: float64,");
        Refused(() => Torch.FromNumpy(disposed)).Should().StartWith("ObjectDisposedException: ");
        Refused(() => Torch.FromNumpy(null!)).Should().StartWith("ArgumentNullException: ");
    }

    [Test]
    public void By_force_a_tensor_that_requires_a_gradient_is_shared_and_a_conjugate_is_copied()
    {
        var grad = Torch.Ones([2], requiresGrad: true);
        grad.Numpy(force: true)[0] = 5f;
        grad.ToString().Should().Be("tensor([5., 1.], requires_grad=True)");

        Torch.Tensor([new Complex(1, 2)], dtype: TorchLite.DType.Complex128).Conj().Numpy(force: true).ToString().Should().Be("[1.-2.j]");
    }

    [Test]
    public void Without_gradients_a_tensor_that_requires_one_becomes_an_array()
    {
        var grad = Torch.Ones([2], requiresGrad: true);
        using var _ = Torch.NoGrad();

        grad.Numpy().ToString().Should().Be("[1. 1.]");
    }

    [Test]
    public void A_tensor_keeps_the_memory_of_an_array_that_is_disposed()
    {
        var array = np.ones(1000);
        var tensor = Torch.FromNumpy(array);

        array.Dispose();
        using var next = np.full(1000, -1.0);  // NumSharp gives out freed memory again

        tensor.Sum().Item<double>().Should().Be(1000);
    }

    [Test]
    public void An_array_keeps_the_memory_of_a_tensor_that_is_disposed_by_hand_or_by_a_scope()
    {
        NDArray left;
        using (Torch.Scope())
        {
            left = Torch.Full([1000], 2).Numpy();
        }

        var tensor = Torch.Full([1000], 3);
        var array = tensor.Numpy();
        tensor.Dispose();
        using var next = Torch.Full([1000], 4);

        left.ToString().Should().Be(np.full(1000, 2L).ToString());
        array.ToString().Should().Be(np.full(1000, 3L).ToString());
    }

    [Test]
    public void A_tensor_lets_go_of_its_array_when_its_last_view_is_gone()
    {
        var (array, view) = Make();
        Collect();
        array.IsAlive.Should().BeTrue();

        view.Dispose();
        Collect();
        array.IsAlive.Should().BeFalse();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (WeakReference Array, Tensor View) Make()
        {
            var array = np.ones(10);
            return (new WeakReference(array), Torch.FromNumpy(array)[1..]);
        }

        static void Collect()
        {
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
    }

    [Test]
    [Platform("Linux", Reason = "The folder is made of symbolic links.")]
    public void Memory_is_kept_and_given_back_while_the_garbage_collector_runs_all_the_time()
    {
        using var folder = new ProbeFolder();

        var result = folder.Run("numpy");

        result.Error.Should().BeEmpty();
        result.ExitCode.Should().Be(0);
        result.Output.Should().MatchRegex(@"^peak \d+ MB\n\d+ rounds\n$");
    }

    private static string Refused(Func<object> action)
    {
        var thrown = action.Should().Throw<Exception>().Which;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }

    private static unsafe byte[] Bytes(NDArray array) => new Span<byte>(array.Unsafe.Storage.Address, (int)array.nbytes).ToArray();
}
