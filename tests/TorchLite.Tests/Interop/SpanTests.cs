using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TorchLite.Tests.Documentation;

namespace TorchLite.Tests.Interop;

public sealed class SpanTests
{
    [TestCaseSource(typeof(ArrayTests), nameof(ArrayTests.OfEveryType))]
    public void A_tensor_of_every_dtype_gives_span_memory_and_arrays(Array array)
    {
        var flags = System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static;
        typeof(SpanTests).GetMethod(nameof(Check), flags)!.MakeGenericMethod(array.GetType().GetElementType()!).Invoke(null, [array]);
        if (array is bool[])
        {
            Check([new Complex(1, -2), Complex.ImaginaryOne]);
        }
    }

    private static void Check<T>(T[] array)
        where T : unmanaged
    {
        var x = Torch.Tensor((Array)array);
        x.ToArray<T>().Should().Equal(array);
        x.AsSpan<T>().ToArray().Should().Equal(array);
        x.AsMemory<T>().ToArray().Should().Equal(array);
        x.ToTensor<T>().ToArray().Should().Equal(array);
        x.AsSpan<T>()[0] = array[1];
        x.AsMemory<T>().Span[1] = default;
        x.AsTensorSpan<T>()[1].Should().Be(default(T));
        x.AsReadOnlyTensorSpan<T>()[0].Should().Be(array[1]);
        x.Reshape(1, 2).ToArray2D<T>().Should().BeEquivalentTo(new[,] { { array[1], default } });
        x.Reshape(2, 1).ToJagged<T[][]>()[1].Should().Equal(default(T));
        var copied = new T[3];
        x.CopyTo<T>(copied);
        copied.Should().Equal(array[1], default, default);
    }

    [Test]
    public void A_span_of_NETs_tensors_has_the_shape_and_strides_whatever_they_are()
    {
        var x = Torch.Arange(12).Reshape(3, 4);
        Flat(x.T).Should().Equal(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
        Flat(x[1.., "::2"]).Should().Equal(4, 6, 8, 10);
        Flat(x[1].Expand(2, 4)).Should().Equal(4, 5, 6, 7, 4, 5, 6, 7);
        Flat(x[1, 2]).Should().Equal(6);
        Flat(x[.., 1..2]).Should().Equal(1, 5, 9);
        Flat(x[2..3, ..]).Should().Equal(8, 9, 10, 11);
        Flat(x[3..]).Should().BeEmpty();
        Flat(x.Reshape(3, 2, 2).Permute(1, 0, 2)).Should().Equal(0, 1, 4, 5, 8, 9, 2, 3, 6, 7, 10, 11);
        x[3..].AsTensorSpan<long>().Lengths.ToArray().Should().Equal(0, 4);
        x[1, 2].AsTensorSpan<long>().Lengths.ToArray().Should().Equal(1);
        x.T.AsTensorSpan<long>()[3, 0] = 30;
        x[0, 3].Item<int>().Should().Be(30);
        Refused(() => x.Flatten().Unfold(0, 3, 1).AsTensorSpan<long>().Rank)
            .Should().StartWith("TorchException: unsupported operation: more than one element of the tensor refers to a single memory");

        static long[] Flat(Tensor tensor)
        {
            var flat = new long[tensor.Numel()];
            tensor.AsTensorSpan<long>().FlattenTo(flat);
            return flat;
        }
    }

    [Test]
    public void Elements_in_any_order_are_copied_out_in_row_major_order()
    {
        var x = Torch.Arange(6).Reshape(2, 3);
        var conjugate = Torch.Tensor([new Complex(1, 2)], dtype: DType.Complex128).Conj();

        x.T.ToArray<long>().Should().Equal(0, 3, 1, 4, 2, 5);
        x[0, 1].Expand(3).ToArray<long>().Should().Equal(1, 1, 1);
        x.T.ToArray2D<long>().Should().BeEquivalentTo(new long[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } });
        x.T.ToJagged<long[][]>()[2].Should().Equal(2, 5);
        x.Reshape(1, 2, 3).ToJagged<long[,][]>()[0, 1].Should().Equal(3, 4, 5);
        x.Reshape(1, 2, 3).ToArray3D<long>()[0, 1, 2].Should().Be(5);
        x.Reshape(1, 1, 2, 3).ToArray4D<long>()[0, 0, 1, 0].Should().Be(3);
        conjugate.ToArray<Complex>().Should().Equal(new Complex(1, -2));
        conjugate.Imag.ToArray<double>().Should().Equal(-2);
        Torch.Ones([2], requiresGrad: true).ToArray<float>().Should().Equal(1, 1);
        Torch.Zeros(0, 3).ToArray2D<float>().GetLength(1).Should().Be(3);
        Torch.Tensor(new[] { new[] { 1, 2 } }.ToList()).ToJagged<int[][]>()[0].Should().Equal(1, 2);
        x.Tolist().Should().BeAssignableTo<IReadOnlyList<object>>();
    }

    [Test]
    public void What_cannot_be_read_in_place_is_told_as_PyTorch_tells_it_of_numpy()
    {
        var grad = Torch.Ones([2], requiresGrad: true);
        var complex = Torch.Tensor([new Complex(1, 2)], dtype: DType.Complex128);

        Refused(() => Torch.Ones(2).AsSpan<double>().Length).Should().Be("TorchTypeException: expected scalar type Double but found Float");
        Refused(() => Torch.Ones(2).AsMemory<char>())
            .Should().Be("TorchTypeException: no dtype holds System.Char; the tensor's elements are torch.float32");
        Refused(() => Torch.Ones([2], dtype: DType.Bfloat16).AsSpan<Half>().Length)
            .Should().Be("TorchTypeException: expected scalar type Half but found BFloat16");
        Refused(() => grad.AsSpan<float>().Length)
            .Should().Be("TorchException: Can't call AsSpan() on Tensor that requires grad. Use tensor.Detach().AsSpan() instead.");
        Refused(() => grad.AsTensorSpan<float>().Rank).Should().Contain("Can't call AsTensorSpan() on Tensor that requires grad.");
        Refused(() => grad.AsMemory<float>()).Should().Contain("Use tensor.Detach().AsMemory() instead.");
        Refused(() => complex.Conj().AsSpan<Complex>().Length).Should().Contain("conjugate bit set. Use tensor.ResolveConj().AsSpan()");
        Refused(() => complex.Conj().Imag.AsTensorSpan<double>().Rank).Should().Contain("has negative bit set. Use tensor.ResolveNeg()");
        Refused(() => Torch.Ones([2], device: "meta").AsSpan<float>().Length).Should().Be(
            "TorchTypeException: can't convert meta device type tensor to a span. "
            + "Use Tensor.Cpu() to copy the tensor to host memory first.");
        Refused(() => Torch.Ones([2], device: "meta").ToArray<float>()).Should().Contain("Cannot copy out of meta tensor; no data!");
        Refused(() => Torch.Ones(2, 3).T.AsSpan<float>().Length).Should().Be(
            "TorchException: AsSpan() of a tensor that is not contiguous. Use tensor.Contiguous().AsSpan(), or AsTensorSpan(), instead.");
        Refused(() => Torch.Ones(2).ToArray2D<float>()).Should().Be("TorchException: expected a tensor of 2 dimensions, but got one of 1");
        Refused(() => Torch.Ones(2).ToJagged<float[][]>()).Should().Contain("expected a tensor of 2 dimensions");
        Refused(() => Torch.Ones(2).ToJagged<double[]>()).Should().StartWith("TorchTypeException: expected an array of elements of");
        Refused(() => Torch.Ones(2).ToJagged<string>()).Should().StartWith("TorchTypeException: expected an array of elements of");
        Refused(() =>
        {
            Torch.Ones(2).CopyTo<float>(stackalloc float[1]);
            return 0;
        }).Should().StartWith("ArgumentException: 2 elements do not fit a span of 1.");
        using (Torch.NoGrad())
        {
            grad.AsSpan<float>()[0].Should().Be(1);
        }
    }

    [Test]
    public void A_span_outlives_a_tensor_that_is_disposed_by_hand_or_by_a_scope()
    {
        var x = Torch.Full([1000], 3);
        var span = x.AsSpan<long>();
        x.Dispose();
        var set = Torch.Full([1000], 4);
        var old = set.AsSpan<long>();
        set.Set_();
        var scope = Torch.Scope();
        var left = Torch.Full([1000], 5).AsSpan<long>();
        scope.Dispose();

        Torch.Full([1000], -1);
        (TensorPrimitives.Sum<long>(span), TensorPrimitives.Sum<long>(old), TensorPrimitives.Sum<long>(left))
            .Should().Be((3000, 4000, 5000));
    }

    [TestCase("Span<float> F() => Torch.Ones(2).AsSpan<float>();", "CS8347")]
    [TestCase("ReadOnlySpan<float> F(Tensor t) { var s = t.AsSpan<float>(); return s[1..]; }", "CS8352")]
    [TestCase("float F(Tensor t) { Span<float> s; { s = t.AsSpan<float>(); } return s[0]; }", "CS8347")]
    [TestCase("TensorSpan<float> F(Tensor t) => t.AsTensorSpan<float>();", "CS8347")]
    [TestCase("Func<float> F(Tensor t) { var s = t.AsSpan<float>(); return () => s[0]; }", "CS8175")]
    [TestCase("float F(Tensor t) { var s = t.AsSpan<float>(); return s[0]; }", "")]
    [TestCase("float F(Tensor t) => TensorPrimitives.Sum(t.AsSpan<float>());", "")]
    public void The_compiler_does_not_let_a_span_leave_the_method_that_holds_its_memory(string method, string error)
    {
        var source = "using System; using System.Numerics.Tensors; using TorchLite; using Tensor = TorchLite.Tensor; "
            + "static class C { static " + method + " }";
        CSharpCompilation.Create(
                "Escape", [CSharpSyntaxTree.ParseText(source)], ExampleCompiler.RuntimeReferences,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .GetDiagnostics().Where(static told => told.Severity == DiagnosticSeverity.Error).Select(static told => told.Id)
            .Should().BeSubsetOf([error, "CS8156", "CS8349"]).And.HaveCount(count => error.Length > 0 ? count > 0 : count == 0);
    }

    [Test]
    public void Memory_that_a_span_held_is_free_when_the_method_has_returned()
    {
        Torch.Memory.Collect();
        var before = Torch.Memory.LiveTensors();
        Use();
        Torch.Memory.Collect();
        Torch.Memory.LiveTensors().Should().Be(before);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Use()
        {
            for (var i = 0; i < 10; i++)
            {
                Torch.Ones(100).AsSpan<float>()[3].Should().Be(1);
                Torch.Ones(100).AsTensorSpan<float>()[3].Should().Be(1);
            }
        }
    }

    [Test]
    public async Task Memory_may_be_stored_and_crosses_an_await()
    {
        var memory = Torch.Ones(100).AsMemory<float>();
        await Task.Yield();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        memory.Slice(50).Span.Fill(2);
        Torch.FromMemory(memory).Sum().Item<int>().Should().Be(150);
        using var pin = memory.Pin();
        unsafe
        {
            ((float*)pin.Pointer)[99].Should().Be(2);
        }

        GC.KeepAlive(memory);
    }

    private static string Refused<T>(Func<T> act)
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
}
