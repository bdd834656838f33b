using TorchLite.Errors;

namespace TorchLite.Tests.Errors;

public class ErrorTests
{
    private static Tensor Matrix => Torch.Ones(2, 3);

    [Test]
    public void A_message_is_PyTorchs_and_the_frames_are_apart()
    {
        var act = () => Matrix.View(4);

        var thrown = act.Should().Throw<TorchException>().Which;
        thrown.Message.Should().Be("shape '[4]' is invalid for input of size 6");
        thrown.NativeTrace.Should().StartWith("Exception raised from");
    }

    [Test]
    public void What_Windows_libraries_say_is_said_as_elsewhere()
    {
        var full = ErrorTranslator.From(
            "[enforce fail at alloc_cpu.cpp:123] data. DefaultCPUAllocator: not enough memory: you tried to allocate 8000000000000 bytes.\n"
            + "00007FFA12345678 00007FFA12340000 c10.dll!<unknown symbol> [<unknown file> @ <unknown line number>]\n"
            + "00007FFA12345679 <unknown symbol address> torch_cpu.dll!<unknown symbol> [<unknown file> @ <unknown line number>]");

        full.Should().BeOfType<TorchOutOfMemoryException>();
        full.Message.Should().EndWith("you tried to allocate 8000000000000 bytes.");
        full.NativeTrace.Should().StartWith("00007FFA12345678").And.EndWith("<unknown line number>]");
        ErrorTranslator.From("value cannot be converted to type __int64 without overflow: -nan(ind), struct c10::complex<float>").Message
            .Should().Be("value cannot be converted to type long int without overflow: nan, c10::complex<float>");
    }

    [TestCase("CPUFloatType", "torch.FloatTensor")]
    [TestCase("CUDAHalfType", "torch.cuda.HalfTensor")]
    [TestCase("SparseCPULongType", "torch.sparse.LongTensor")]
    [TestCase("SparseCUDAByteType", "torch.cuda.sparse.ByteTensor")]
    [TestCase("CPUBoolType", "CPUBoolType")]
    [TestCase("CPUBFloat16Type", "CPUBFloat16Type")]
    [TestCase("CPUUInt16Type", "CPUUInt16Type")]
    public void Types_have_the_names_of_which_Python_knows(string said, string name) =>
        ErrorTranslator.From($"but got {said} instead").Message.Should().Be($"but got {name} instead");

    [Test]
    public void Sizes_beyond_all_numbers_are_refused_before_memory_is_touched()
    {
        Action[] calls =
        [
            static () => Torch.Ones(2).Diag(long.MaxValue), static () => Torch.Ones(2).Diagflat(-long.MaxValue),
            static () => Torch.Ones(3, 2).DiagEmbed(long.MaxValue),
        ];
        foreach (var call in calls)
        {
            call.Should().Throw<TorchException>()
                .WithMessage("IntArrayRef contains an int that cannot be represented as a SymInt: -9223372036854775807");
        }

        Torch.Ones(2, 2).Diag(long.MaxValue).Shape.Should().Equal(0);
        FluentActions.Invoking(() => Torch.Ones(1).Expand(-2)).Should().Throw<TorchException>()
            .WithMessage("numel: integer multiplication overflow");
    }

    [Test]
    public void A_null_tensor_is_an_ArgumentNullException_that_names_the_parameter()
    {
        Tensor nothing = null!;

        Throws<ArgumentNullException>(() => Matrix.Add(nothing)).ParamName.Should().Be("other");
        Throws<ArgumentNullException>(() => Matrix.Matmul(nothing)).ParamName.Should().Be("other");
        Throws<ArgumentNullException>(() => Matrix.Addmm(nothing, Matrix)).ParamName.Should().Be("mat1");
        Throws<ArgumentNullException>(() => Matrix.Copy_(nothing)).ParamName.Should().Be("src");
        Throws<ArgumentNullException>(() => Torch.Cat([Matrix, nothing])).ParamName.Should().Be("tensors");
        Throws<ArgumentNullException>(() => Torch.Abs(nothing)).ParamName.Should().Be("input");
        Throws<ArgumentNullException>(() => Matrix + nothing).ParamName.Should().Be("other");
        Throws<ArgumentNullException>(() => nothing + 1).ParamName.Should().Be("left");
        Throws<ArgumentNullException>(() => Matrix[0] = nothing).ParamName.Should().Be("value");
        Throws<ArgumentNullException>(() => Matrix.To(nothing)).ParamName.Should().Be("other");
    }

    [Test]
    public void Comparing_with_null_says_how_to_ask_for_null()
    {
        Tensor nothing = null!;

        Throws<ArgumentNullException>(() => nothing == Matrix).Message.Should().Contain("'is null'");
    }

    private static readonly TestCaseData[] Roads =
    [
        new(() => Matrix.Mm(Matrix), "Tensor.Mm"),
        new(() => Matrix.Add(Torch.Ones(5)), "Tensor.Add"),
        new(() => Torch.Ones(2, 3).Add_(Torch.Ones(5)), "Tensor.Add_"),
        new(() => Matrix.Topk(9).Values, "Tensor.Topk"),
        new(() => Matrix.Renorm(2, 9, 1), "Tensor.Renorm"),
        new(() => Torch.Linalg.Eigh(Matrix).Eigenvalues, "Torch.Linalg.Eigh"),
        new(() => Torch.Ops.Call("aten::roll", Matrix, new long[] { 3 }, new long[] { 9 }), "Torch.Ops.Call"),
        new(() => Torch.Cat([Matrix, Torch.Ones(4, 5)]), "Torch.Cat"),
        new(() => Matrix[5], "Tensor.get_Elements"),
    ];

    [TestCaseSource(nameof(Roads))]
    public void A_stack_trace_begins_in_the_callers_call(Func<Tensor> act, string method) =>
        act.Should().Throw<TorchException>().Which.StackTrace!.TrimStart().Should().StartWith($"at TorchLite.{method}(");

    [Test]
    public void A_disposed_tensor_is_an_ObjectDisposedException_wherever_it_stands()
    {
        var gone = Torch.Ones(2, 3);
        gone.Dispose();

        Throws<ObjectDisposedException>(() => gone.Neg());
        Throws<ObjectDisposedException>(() => Matrix.Add(gone));
        Throws<ObjectDisposedException>(() => Matrix.Add_(gone));
        Throws<ObjectDisposedException>(() => Torch.Cat([Matrix, gone]));
        Throws<ObjectDisposedException>(() => Matrix[gone]);
        Throws<ObjectDisposedException>(() => Matrix[0] = gone);
        Throws<ObjectDisposedException>(() => gone.ToString());
        Throws<ObjectDisposedException>(() => gone.Item());
        Throws<ObjectDisposedException>(() => { gone.Backward(); return null; });
    }

    [Test]
    public void A_device_that_is_not_there_is_said_clearly()
    {
        if (Torch.Cuda.IsAvailable())
        {
            Assert.Ignore("This machine has CUDA: there is no device to miss.");
        }

        Throws<TorchException>(() => Matrix.Cuda()).Message.Should().Be("Torch not compiled with CUDA enabled");
        Throws<TorchException>(() => Torch.Ones([2], device: "cuda:0")).Message.Should().Be("Torch not compiled with CUDA enabled");
    }

    [Test]
    public void Tensors_on_different_devices_do_not_mix()
    {
        var meta = Torch.Ones([2, 3], device: "meta");

        Throws<TorchException>(() => meta + Matrix).Message.Should().Contain("device").And.Contain("meta");
        Throws<TorchException>(() => meta.Item()).Message.Should().Be("a Tensor with 6 elements cannot be converted to Scalar");
        Throws<TorchNotImplementedException>(() => Torch.Ones([1], device: "meta").Item());
    }

    [Test]
    public void Wrong_indices_are_index_errors()
    {
        Throws<TorchIndexException>(() => Matrix[5]).Message.Should().Be("index 5 is out of bounds for dimension 0 with size 2");
        Throws<TorchIndexException>(() => Matrix[0, ^0]).Message.Should().Be("index 3 is out of bounds for dimension 1 with size 3");
        Throws<TorchIndexException>(() => Matrix["...", ^0]).Message.Should().Be("index 3 is out of bounds for dimension 1 with size 3");
        Throws<TorchIndexException>(() => Matrix[0, 0, 0]).Message.Should().Be("too many indices for tensor of dimension 2");
        Throws<TorchIndexException>(() => Matrix[long.MaxValue]);
        Throws<TorchIndexException>(() => Matrix[long.MinValue]);
        Throws<TorchIndexException>(() => Matrix.Sum(dim: 5)).Message.Should().StartWith("Dimension out of range");
        Throws<TorchIndexException>(() => Matrix.Size(2)).Message
            .Should().Be("Dimension out of range (expected to be in range of [-2, 1], but got 2)");
        Throws<TorchValueException>(() => Matrix["::0"]).Message.Should().Be("slice step cannot be zero");
        Throws<TorchValueException>(() => Matrix[Torch.Slice(step: -1)]).Message.Should().Be("step must be greater than zero");
        Throws<TorchTypeException>(() => Matrix["a"]);
    }

    [Test]
    public void Far_away_slices_are_cut_as_in_Python() =>
        Matrix[Torch.Slice(long.MinValue, long.MaxValue)].Shape.Should().Equal(2L, 3L);

    [Test]
    public void A_wrong_matmul_is_an_exception_and_not_the_end_of_the_process()
    {
        Throws<TorchException>(() => Matrix.Matmul(Matrix)).Message.Should().Be("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)");
        Throws<TorchException>(() => Torch.Ones(2, 2, 3).Matmul(Torch.Ones(4))).Message
            .Should().Be("size mismatch, got input (4), mat (4x3), vec (4)");
        Throws<TorchException>(() => Torch.Ones(2, 2, 3).Matmul(Torch.Ones(3, 3, 2))).Message
            .Should().Be("The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0");
        Throws<TorchException>(() => Torch.Ones(2, 2, 2, 2).Matmul(Torch.Ones(2, 2, 2).Long())).Message
            .Should().Be("expected scalar type Float but found Long");
        Throws<TorchException>(() => Torch.Ones(2, 2, 2, 2).Bool().Matmul(Torch.Ones(2, 2, 2).Bool())).Message
            .Should().Be("\"bmm\" not implemented for 'Bool'");
        Throws<TorchException>(() => Torch.Tensor(1.0).Matmul(Matrix)).Message
            .Should().Be("both arguments to matmul need to be at least 1D, but they are 0D and 2D");
    }

    [Test]
    public void Nothing_is_half_done_when_an_operation_is_refused()
    {
        var x = Torch.Zeros(2, 3);
        Throws<TorchException>(() => x[0] = Torch.Ones(4)).Message
            .Should().StartWith("The expanded size of the tensor (3) must match the existing size (4)");
        Throws<TorchException>(() => x.Add_(Torch.Ones(4)));

        x.Sum().Item<double>().Should().Be(0);
    }

    [Test]
    public void A_truth_value_needs_one_element()
    {
        Throws<TorchException>(() => Matrix ? 1 : 0).Message.Should().Be("Boolean value of Tensor with more than one value is ambiguous");
        Throws<TorchException>(() => Torch.Ones(0) ? 1 : 0).Message.Should().Be("Boolean value of Tensor with no values is ambiguous");
        (Torch.Tensor([0.5]) ? 1 : 0).Should().Be(1);
        (Torch.Tensor(false) ? 1 : 0).Should().Be(0);
    }

    [Test]
    public void Item_converts_as_Python_does_and_refuses_what_does_not_fit()
    {
        Torch.Tensor([-2.7]).Item<int>().Should().Be(-2);
        Torch.Tensor([3]).Item<float>().Should().Be(3);
        Torch.Tensor([2]).Item<bool>().Should().BeTrue();
        Throws<TorchException>(() => Torch.Tensor([1e20]).Item<byte>());
        Throws<TorchException>(() => Torch.Tensor([300]).Item<byte>()).Message.Should().Contain("without overflow");
        Throws<TorchException>(() => Torch.Tensor([double.NaN]).Item<long>());
    }

    private static T Throws<T>(Func<object?> act)
        where T : Exception => act.Should().Throw<T>().Which;
}
