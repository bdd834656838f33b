using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using TorchLite.Lifetime;
using TorchLite.Printing;
using TorchLite.Tests.Native;

namespace TorchLite.Tests.Printing;

/// <summary>What the recorded texts do not tell: that printing disturbs nothing, costs little, and never fails.</summary>
[NonParallelizable]
public sealed class PrintingTests
{
    [Test]
    public void A_matrix_is_printed_in_columns() =>
        Torch.Tensor([[1, -20], [300, 4]]).ToString().Should().Be("tensor([[  1, -20],\n        [300,   4]])");

    [TestCase("de-DE")]
    [TestCase("ar-SA")]
    [TestCase("sv-SE")]
    public void The_text_is_the_same_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Torch.Tensor([-2.5, 2000.25]).ToString().Should().Be("tensor([  -2.5000, 2000.2500])");
            Torch.Tensor([-1, 2]).ToString().Should().Be("tensor([-1,  2])");
            Torch.Tensor([1e-10, -1.0]).ToString().Should().Be("tensor([ 1.0000e-10, -1.0000e+00])");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void A_format_is_that_of_the_one_number()
    {
        var loss = Torch.Tensor(1234.5678, requiresGrad: true);
        FormattableString.Invariant($"{loss:F2} {loss,10:F1} {Torch.Tensor(3):D2} {Torch.Tensor(true):F2}").Should().Be("1234.57     1234.6 03 True");
        string.Create(CultureInfo.GetCultureInfo("de-DE"), $"{loss:N2}").Should().Be("1.234,57");
        $"{loss}".Should().Be(loss.ToString()).And.Be("tensor(1234.5677, requires_grad=True)");
        foreach (var other in new[] { Torch.Ones(1), Torch.Ones([], device: "meta") })
        {
            FluentActions.Invoking(() => $"{other:F2}").Should().Throw<TorchTypeException>()
                .WithMessage("unsupported format string passed to Tensor.__format__");
        }
    }

    [Test]
    public void A_tensor_of_a_trillion_elements_is_printed_from_its_edges()
    {
        var huge = Torch.Zeros([1]).Expand(1_000_000, 1_000_000);
        _ = huge.ToString();
        Settle();
        var (native, managed, watch) = (Torch.Memory.LiveBytes(), GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        huge.ToString().Should().Be(
            "tensor([[0., 0., 0.,  ..., 0., 0., 0.],\n        [0., 0., 0.,  ..., 0., 0., 0.],\n        [0., 0., 0.,  ..., 0., 0., 0.],\n"
            + "        ...,\n"
            + "        [0., 0., 0.,  ..., 0., 0., 0.],\n        [0., 0., 0.,  ..., 0., 0., 0.],\n        [0., 0., 0.,  ..., 0., 0., 0.]])");
        Torch.Memory.LiveBytes().Should().BeLessThanOrEqualTo(native);
        (GC.GetAllocatedBytesForCurrentThread() - managed).Should().BeLessThan(50_000);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1));
    }

    [Test]
    public void Only_the_edges_of_a_big_tensor_are_brought_from_another_device()
    {
        using var scope = Torch.Scope();
        var big = Torch.Arange(70 * 80 * 5).Reshape(70, 80, 5);
        var shown = new ShownElements(big.Transpose(0, 2), 3).OnCpu();
        shown.Shape.ToArray().Should().Equal(5, 6, 6);
        shown[4].ToArray<long>().Should().Equal(
            from row in new[] { 0, 1, 2, 77, 78, 79 }
            from column in new[] { 0, 1, 2, 67, 68, 69 }
            select (((column * 80L) + row) * 5) + 4);
    }

    [Test]
    public void Printing_leaves_the_grad_mode_as_it_is_and_works_in_all_of_them()
    {
        var x = Torch.Tensor([2.0], requiresGrad: true);
        var y = x * 2;
        y.ToString().Should().Be("tensor([4.], grad_fn=<MulBackward0>)");
        Torch.IsGradEnabled().Should().BeTrue();
        using (Torch.NoGrad())
        {
            y.ToString().Should().Be("tensor([4.], grad_fn=<MulBackward0>)");
            x.ToString().Should().Be("tensor([2.], requires_grad=True)");
            Torch.IsGradEnabled().Should().BeFalse();
        }

        using (Torch.InferenceMode())
        {
            y.ToString().Should().Be("tensor([4.], grad_fn=<MulBackward0>)");
            Torch.Ones(2).ToString().Should().Be("tensor([1., 1.])");
            Torch.IsGradEnabled().Should().BeFalse();
        }

        Torch.IsGradEnabled().Should().BeTrue();
        y.Backward();
        x.Grad!.ToString().Should().Be("tensor([2.])");
    }

    [Test]
    public void A_view_without_a_valid_history_is_printed_as_invalid()
    {
        using var probe = new ProbeFolder();
        var result = probe.Run("history");
        result.Output.Should().Be(
            "tensor(2., grad_fn=<Invalid>)\ntensor(5., grad_fn=<Invalid>)\ntensor(5., grad_fn=<Invalid>)\n", result.Error);
    }

    [Test]
    public void A_view_whose_base_got_a_history_later_shows_it()
    {
        var x = Torch.Zeros(3);
        var view = x[0];
        x.Add_(Torch.Ones([3], requiresGrad: true));
        view.ToString().Should().Be("tensor(1., grad_fn=<AsStridedBackward0>)");
    }

    [Test]
    public void Printing_adds_nothing_to_the_users_scope_and_leaves_nothing_behind()
    {
        var x = Torch.Tensor([1.5, 2], requiresGrad: true) * 2;
        var conjugate = Torch.Ones([2], DType.Complex64).Conj();
        _ = x.ToString() + conjugate;
        Settle();
        var before = Torch.Memory.LiveBytes();
        var scope = ScopeFrame.Open();
        try
        {
            for (var i = 0; i < 100; i++)
            {
                _ = x.ToString() + conjugate;
            }

            var made = typeof(ScopeFrame).GetField("made", BindingFlags.NonPublic | BindingFlags.Instance)!;
            ((System.Collections.ICollection)made.GetValue(scope)!).Count.Should().Be(0);
        }
        finally
        {
            scope.Close();
        }

        Torch.Memory.LiveBytes().Should().BeLessThanOrEqualTo(before);
    }

    [Test]
    public void The_debugger_shows_shape_dtype_and_device_without_reading_an_element()
    {
        var text = typeof(Tensor).GetProperty("DebuggerText", BindingFlags.NonPublic | BindingFlags.Instance)!;
        typeof(Tensor).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value.Should().Be("{DebuggerText,nq}");
        var x = Torch.Empty([2, 3], device: "meta");
        text.GetValue(x).Should().Be("torch.Size([2, 3]) torch.float32 meta");
        x.Dispose();
        text.GetValue(x).Should().Be("disposed");
    }

    [Test]
    public void A_disposed_tensor_says_so_instead_of_a_text()
    {
        var x = Torch.Ones(2);
        x.Dispose();
        x.Invoking(y => y.ToString()).Should().Throw<ObjectDisposedException>();
    }

    // What other tests left behind must not be freed while this one counts.
    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
