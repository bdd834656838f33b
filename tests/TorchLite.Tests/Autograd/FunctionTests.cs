namespace TorchLite.Tests.Autograd;

/// <summary>Functions with a backward step in C#. The texts and numbers are PyTorch's.</summary>
public class FunctionTests
{
    private static readonly Func<Tensor, Tensor> Cube = Torch.Autograd.Function.Create<Tensor, Tensor>(
        static (ctx, x) =>
        {
            ctx.SaveForBackward(x);
            return x * x * x;
        },
        static (ctx, grad) => [3 * ctx.SavedTensors[0].Pow(2) * grad],
        "Cube");

    private static Tensor X => Torch.Tensor([1.0, 2.0], requiresGrad: true);

    [Test]
    public void An_error_names_the_function_whatever_others_there_are()
    {
        static Func<Tensor, Tensor> View(string name) => Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (_, x) => x.View(-1), static (_, grad) => [grad], name);
        var x = Torch.Ones([2], requiresGrad: true);
        var (first, second) = (View("First")(x), View("SecondOfALongerName")(x));
        Action change = () => first.Add_(1);
        change.Should().Throw<TorchException>().WithMessage("Output 0 of FirstBackward is a view and is being modified inplace.*");
        change = () => second.Add_(1);
        change.Should().Throw<TorchException>().WithMessage("Output 0 of SecondOfALongerNameBackward is a view and is being*");
    }

    [Test]
    public void A_class_computes_its_own_gradient()
    {
        var x = X;
        var y = new Scale(3).Apply(x, x);
        y.ToString().Should().Be("tensor([3., 6.], grad_fn=<ScaleBackward>)");
        y.Sum().Backward();
        x.Grad!.ToString().Should().Be("tensor([103., 103.])");
    }

    [Test]
    public void Each_tensor_of_a_list_and_of_a_tuple_has_its_gradient()
    {
        var join = Torch.Autograd.Function.Create<Tensor[], Tensor>(
            static (ctx, xs) => { ctx.SaveState(xs.Select(static x => x.Numel()).ToArray()); return Torch.Cat(xs); },
            static (ctx, grad) => grad.Split(ctx.State<long[]>()));
        var (a, b) = (X, X[..1].Detach().RequiresGrad_());
        Torch.Autograd.Gradcheck(xs => join([xs[0], xs[1], xs[0]]), [a.Double().Detach().RequiresGrad_(), b.Double()]).Should().BeTrue();
        (join([a, b]) * Torch.Tensor([1.0, 2, 3])).Sum().Backward();
        a.Grad!.ToString().Should().Be("tensor([1., 2.])");
        b.Grad!.ToString().Should().Be("tensor([3.])");

        IReadOnlyList<bool> needed = [];
        var scaled = Torch.Autograd.Function.Create<(Tensor X, double Factor, Tensor Shift), (int, int), Tensor>(
            (ctx, all, _) =>
            {
                needed = ctx.NeedsInputGrad;
                ctx.SaveState(all.Factor);
                return (all.X * all.Factor) + all.Shift;
            },
            static (ctx, grad) => [grad * ctx.State<double>(), null, grad, null]);
        var (x, shift) = (X, X);
        scaled((x, 10, shift), (1, 2)).Sum().Backward();
        x.Grad!.ToString().Should().Be("tensor([10., 10.])");
        shift.Grad!.ToString().Should().Be("tensor([1., 1.])");
        needed.Should().Equal(true, false, true, false);
    }

    [Test]
    public void It_can_be_differentiated_again()
    {
        var x = X;
        var first = Torch.Autograd.Grad(Cube(x).Sum(), x, createGraph: true);
        var second = Torch.Autograd.Grad(first.Sum(), x, createGraph: true);
        first.Detach().ToString().Should().Be("tensor([ 3., 12.])");
        second.Detach().ToString().Should().Be("tensor([ 6., 12.])");
        Torch.Autograd.Grad(second.Sum(), x).ToString().Should().Be("tensor([6., 6.])");
    }

    [Test]
    public void A_saved_output_makes_no_cycle_and_comes_with_its_history()
    {
        Torch.Memory.Collect();
        var before = Torch.Memory.LiveTensors();
        Used();
        Torch.Memory.Collect();
        Torch.Memory.LiveTensors().Should().Be(before);

        static void Used()
        {
            var exp = Torch.Autograd.Function.Create<Tensor, Tensor>(
                static (ctx, x) =>
                {
                    var y = x.Exp();
                    ctx.SaveForBackward(y);
                    return y;
                },
                static (ctx, grad) => [grad * ctx.SavedTensors[0]]);
            var x = Torch.Tensor([1.0], requiresGrad: true);
            var first = Torch.Autograd.Grad(exp(x), x, createGraph: true);
            Torch.Autograd.Grad(first, x).Item<float>().Should().BeApproximately(MathF.E, 1e-6f);
        }
    }

    [Test]
    public void Several_outputs_have_a_gradient_each_and_zeros_where_nothing_depends_on_one()
    {
        var split = Torch.Autograd.Function.Create<Tensor, (Tensor Twice, Tensor Thrice)>(
            static (_, x) => (x * 2, x * 3), static (_, grads) => [grads.Twice * 2 + grads.Thrice * 3]);
        var x = X;
        var (twice, thrice) = split(x);
        (twice.Sum() + (thrice * 10).Sum()).Backward();
        x.Grad!.ToString().Should().Be("tensor([32., 32.])");
        x.ZeroGrad();
        split(x).Thrice.Sum().Backward();
        x.Grad!.ToString().Should().Be("tensor([3., 3.])");
    }

    [Test]
    public void Without_materialized_gradients_there_is_null_where_nothing_depends()
    {
        bool? isNull = null;
        var split = Torch.Autograd.Function.Create<Tensor, (Tensor, Tensor)>(
            static (ctx, x) =>
            {
                ctx.SetMaterializeGrads(false);
                return (x * 2, x * 3);
            },
            (_, grads) =>
            {
                isNull = grads.Item2 is null;
                return [grads.Item1];
            });
        split(X).Item1.Sum().Backward();
        isNull.Should().BeTrue();
    }

    [Test]
    public void It_is_told_which_gradients_are_wanted_and_keeps_what_is_no_tensor()
    {
        bool[] needed = [];
        var function = Torch.Autograd.Function.Create<Tensor, Tensor, int, Tensor>(
            (ctx, x, w, n) =>
            {
                needed = [.. ctx.NeedsInputGrad];
                ctx.SaveState((Power: n, x.Shape));
                return x + w * n;
            },
            static (ctx, grad) =>
            {
                var (power, shape) = ctx.State<(int, Shape)>();
                shape.Should().Equal(2);
                return [grad * power, null, null];
            });
        var x = X;
        function(x, Torch.Ones(2), 7).Sum().Backward();
        needed.Should().Equal(true, false, false);
        x.Grad!.ToString().Should().Be("tensor([7., 7.])");
    }

    [Test]
    public void What_is_not_differentiable_requires_no_gradient()
    {
        var sort = Torch.Autograd.Function.Create<Tensor, (Tensor, Tensor)>(
            static (ctx, x) =>
            {
                var (values, indices) = x.Sort();
                ctx.MarkNonDifferentiable(indices);
                ctx.SaveForBackward(indices);
                return (values, indices);
            },
            static (ctx, grads) => [Torch.ZerosLike(grads.Item1).IndexAdd(0, ctx.SavedTensors[0], grads.Item1)]);
        var x = Torch.Tensor([2.0, 1.0], requiresGrad: true);
        var (values, indices) = sort(x);
        indices.RequiresGrad.Should().BeFalse();
        (values * Torch.Tensor([1.0, 10])).Sum().Backward();
        x.Grad!.ToString().Should().Be("tensor([10.,  1.])");
    }

    [Test]
    public void An_input_changed_in_place_is_the_output_and_counts_as_changed()
    {
        var increase = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (ctx, x) =>
            {
                x.Add_(1);
                ctx.MarkDirty(x);
                return x;
            },
            static (_, grad) => [grad]);
        var leaf = X;
        var x = leaf * 1;
        var y = x.Pow(2);
        increase(x).ToString().Should().Be("tensor([2., 3.], grad_fn=<FunctionBackward>)");
        x.ToString().Should().Be("tensor([2., 3.], grad_fn=<FunctionBackward>)");
        Error(() => y.Sum().Backward())
            .Should().StartWith("one of the variables needed for gradient computation has been modified by an inplace");
        Error(() => increase(leaf)).Should().Be("a leaf Variable that requires grad has been used in an in-place operation.");
    }

    [Test]
    public void An_exception_in_a_backward_step_comes_out_of_backward_as_itself()
    {
        var bad = Torch.Autograd.Function.Create<Tensor, Tensor>(
            static (_, x) => x * 1, static (_, _) => throw new FormatException("mine"));
        var x = X;
        foreach (var run in new Action[]
        {
            () => bad(x).Sum().Backward(),
            () => (bad(x) * 2).Sum().Backward(retainGraph: true),
            () => Torch.Autograd.Grad(bad(x).Sum(), x),
            () => Torch.Autograd.Backward([bad(x).Sum(), x.Sum()]),
        })
        {
            var thrown = run.Should().Throw<FormatException>().WithMessage("mine").Which;
            thrown.StackTrace.Should().Contain(nameof(FunctionTests), "it tells where");
        }

        Cube(x).Sum().Backward();
        x.Grad.Should().NotBeNull("all is well afterwards");
    }

    [Test]
    public void An_exception_in_a_forward_step_comes_out_of_apply() =>
        ((Action)(() => Torch.Autograd.Function.Create<Tensor, Tensor>(
                static (_, _) => throw new FormatException(), static (_, g) => [g])(X)))
            .Should().Throw<FormatException>();

    [Test]
    public void Wrong_gradients_are_PyTorchs_errors()
    {
        static Func<Tensor, Tensor> Giving(Func<Tensor, Tensor?[]> backward) =>
            Torch.Autograd.Function.Create<Tensor, Tensor>(static (_, x) => x * 1, (_, grad) => backward(grad), "Bad");
        var x = X;
        Error(() => Giving(static g => [g, g])(x).Sum().Backward())
            .Should().Be("function BadBackward returned an incorrect number of gradients (expected 1, got 2)");
        Error(() => Giving(static _ => [])(x).Sum().Backward())
            .Should().Be("function BadBackward returned an incorrect number of gradients (expected 1, got 0)");
        Error(() => Giving(static _ => [Torch.Ones(3)])(x).Sum().Backward())
            .Should().Be("Function BadBackward returned an invalid gradient at index 0 - got [3] but expected shape compatible with [2]");
        Giving(static g => [g, null])(x).Sum().Backward();
        Giving(static g => [g.Double()])(x).Sum().Backward();
        x.Grad!.DType.Should().Be(DType.Float32, "another dtype is converted");
        Giving(static _ => [null])(x).Sum().Backward();
        Error(() => Torch.Autograd.Function.Create<Tensor, int, Tensor>(
                static (_, x, _) => x * 1, static (_, g) => [g, g], "Bad")(x, 1).Sum().Backward())
            .Should().Be(
                "function BadBackward returned a gradient different than None at position 2, but the "
                + "corresponding forward input was not a Variable");
    }

    [Test]
    public void A_second_backward_step_through_a_freed_graph_is_an_error()
    {
        var x = X;
        var y = Cube(x).Sum();
        y.Backward(retainGraph: true);
        y.Backward();
        x.Grad!.ToString().Should().Be("tensor([ 6., 24.])");
        Error(() => y.Backward()).Should().StartWith("Trying to backward through the graph a second time");
    }

    [Test]
    public void Where_nothing_is_recorded_nothing_is_kept()
    {
        using (Torch.NoGrad())
        {
            Cube(X).RequiresGrad.Should().BeFalse();
        }

        Cube(Torch.Ones(2)).RequiresGrad.Should().BeFalse();
    }

    [Test]
    public void Ten_thousand_steps_leave_memory_as_it_was()
    {
        var w = Torch.Tensor([0.5], requiresGrad: true);
        Steps(500);
        Torch.Memory.Collect();
        var (tensors, resident) = (Torch.Memory.LiveTensors(), Environment.WorkingSet);
        Steps(10_000);
        Torch.Memory.Collect();
        Torch.Memory.LiveTensors().Should().Be(tensors);
        (Environment.WorkingSet - resident).Should().BeLessThan(64 << 20);

        void Steps(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var loss = (Cube(w) - 1).Pow(2).Sum();
                loss.Backward();
                using var off = Torch.NoGrad();
                w.Sub_(w.Grad! * 0.01);
                w.ZeroGrad();
            }
        }
    }

    [Test]
    public void A_long_chain_of_functions_dies_without_an_overflow()
    {
        var x = X;
        var y = x * 1;
        for (var i = 0; i < 20_000; i++)
        {
            y = Cube(y * 0);
        }

        y = x;
        Torch.Memory.Collect();
        Torch.Memory.LiveTensors().Should().BeLessThan(100);
    }

    private static string Error(Action call) => call.Should().Throw<TorchException>().Which.Message;

    private sealed class Scale(double factor) : Torch.Autograd.Function<Tensor, Tensor, Tensor>
    {
        protected override Tensor Forward(FunctionContext ctx, Tensor input1, Tensor input2) => input1 * factor;

        protected override Tensor?[] Backward(FunctionContext ctx, Tensor gradOutputs) => [gradOutputs * factor, gradOutputs * 100];
    }
}
