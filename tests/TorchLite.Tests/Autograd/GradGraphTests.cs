using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TorchLite.Tests.Autograd;

/// <summary>The recorded graph: as PyTorch's grad_fn and next_functions tell it, and as one looks at it.</summary>
public sealed class GradGraphTests
{
    private static Tensor X => Torch.Tensor([2.0], requiresGrad: true);

    // Asked of PyTorch 2.6 and 2.14, which agree.
    private static IEnumerable<TestCaseData> Functions()
    {
        (string What, Func<Tensor, Tensor> F, string Expected)[] all =
        [
            ("x*2", static x => x * 2, "MulBackward0: AccumulateGrad 0, None 0"),
            ("2*x", static x => 2 * x, "MulBackward0: AccumulateGrad 0, None 0"),
            ("x+1", static x => x + 1, "AddBackward0: AccumulateGrad 0, None 0"),
            ("x-1", static x => x - 1, "SubBackward0: AccumulateGrad 0, None 0"),
            ("x/2", static x => x / 2, "DivBackward0: AccumulateGrad 0, None 0"),
            ("1/x", static x => 1 / x, "MulBackward0: ReciprocalBackward0 0, None 0"),
            ("floor", static x => x.Div(2, RoundingMode.Floor), "DivBackward2: AccumulateGrad 0, None 0"),
            ("x**2", static x => x.Pow(2), "PowBackward0: AccumulateGrad 0"),
            ("x*x", static x => x * x, "MulBackward0: AccumulateGrad 0, AccumulateGrad 0"),
            ("detached*x", static x => x.Detach() * x, "MulBackward0: None 0, AccumulateGrad 0"),
            ("cat", static x => Torch.Cat([x, x * 2]), "CatBackward0: AccumulateGrad 0, MulBackward0 0"),
            ("sum", static x => x.Sum(), "SumBackward0: AccumulateGrad 0"),
            ("split", static x => (x * 2).Split(1)[0], "SplitBackward0: MulBackward0 0"),
        ];
        return all.Select(static one => new TestCaseData(one.F, one.Expected).SetArgDisplayNames(one.What));
    }

    [TestCaseSource(nameof(Functions))]
    public void A_function_leads_where_PyTorch_says(Func<Tensor, Tensor> function, string expected)
    {
        var node = function(X).GradFn!;

        var next = node.NextFunctions.Select(static next => $"{next.Node?.Name ?? "None"} {next.InputNumber}");
        $"{node.Name}: {string.Join(", ", next)}".Should().Be(expected);
    }

    [Test]
    public void Leaves_and_what_requires_no_gradient_have_no_function()
    {
        X.GradFn.Should().BeNull();
        Torch.Ones(2).GradFn.Should().BeNull();
        Torch.Tensor([1, 2]).GradFn.Should().BeNull();
    }

    [Test]
    public void A_view_with_a_lost_history_says_so_instead_of_ending_the_process()
    {
        var x = Torch.Ones([2], requiresGrad: true).Clone();
        Tensor view;
        using (Torch.NoGrad())
        {
            view = x[..1];
        }

        x.Mul_(2);

        view.Invoking(static it => it.GradFn).Should().Throw<TorchException>().WithMessage(
            "A view was created in no_grad mode and its base or another view of its base has been modified inplace*");
        view.Invoking(static it => it.GradGraph()).Should().Throw<TorchException>();
    }

    [Test]
    public void The_end_knows_its_leaf()
    {
        var x = X;

        var function = x.Exp().GradFn!;
        var leaf = function.NextFunctions[0].Node!.Variable!;
        using (Torch.NoGrad())
        {
            leaf.Add_(1);
        }

        x.Detach().Item<double>().Should().Be(3, "it is that very tensor");
        leaf.RequiresGrad.Should().BeTrue();
        function.Variable.Should().BeNull();
    }

    [Test]
    public void A_function_stays_when_its_tensors_are_gone()
    {
        var node = Chain(3);
        GC.Collect();
        GC.WaitForPendingFinalizers();

        var names = new List<string>();
        for (GradNode? next = node; next is not null; next = next.NextFunctions is [var first, ..] ? first.Node : null)
        {
            names.Add(next.Name);
        }

        names.Should().Equal("SinBackward0", "SinBackward0", "SinBackward0", "AccumulateGrad");

        [MethodImpl(MethodImplOptions.NoInlining)]
        static GradNode Chain(int length)
        {
            using var scope = Torch.Scope();
            return Sines(X, length).GradFn!;
        }
    }

    [Test]
    public void The_same_function_is_equal_and_another_is_not()
    {
        var y = X * 3;

        (y.GradFn == y.GradFn).Should().BeTrue();
        (y.GradFn != (y * 1).GradFn).Should().BeTrue();
        y.GradFn!.GetHashCode().Should().Be(y.GradFn!.GetHashCode());
        y.GradFn!.Equals((object)"no").Should().BeFalse();
    }

    [Test]
    public void A_graph_has_every_operation_once_and_every_way()
    {
        var (x, y) = (X, Torch.Ones([2, 1], requiresGrad: true));
        var shared = x * y;

        var graph = (shared.Exp() + shared).Unbind()[1].GradGraph();

        graph.Nodes.Select(static node => node.ToString()).Should().Equal(
            "UnbindBackward0", "AddBackward0", "ExpBackward0", "MulBackward0", "AccumulateGrad [1]", "AccumulateGrad [2, 1]");
        graph.Edges.Select(static edge => (edge.From, edge.To)).Should().Equal((0, 1), (1, 2), (1, 3), (2, 3), (3, 4), (3, 5));
    }

    [Test]
    public void The_number_of_the_result_is_told()
    {
        var graph = Torch.Ones([3], requiresGrad: true).Exp().Unbind()[2].Sin().GradGraph();

        graph.Edges[0].Should().Be(new GradGraphEdge(0, 1, 2));
        graph.ToMermaid().Should().Contain("n0 -->|2| n1");
        graph.ToGraphviz().Should().Contain("n0 -> n1 [label=\"2\"];");
    }

    [Test]
    public void Of_a_leaf_it_is_one_node_and_of_constants_nothing()
    {
        Torch.Ones([2, 3], requiresGrad: true).GradGraph().ToString().Should().Be("AccumulateGrad [2, 3]");

        var none = Torch.Ones(2).GradGraph();
        none.Nodes.Should().BeEmpty();
        none.Edges.Should().BeEmpty();
        none.ToString().Should().Be("nothing was recorded");
        none.ToMermaid().Should().Be("graph TD");
        none.ToGraphviz().Should().Be("digraph grad {\n    node [shape=box];\n}");
    }

    [Test]
    public void It_can_be_asked_for_while_nothing_is_recorded_and_in_inference_mode()
    {
        var y = X.Exp();
        using (Torch.NoGrad())
        {
            y.GradGraph().Nodes.Should().HaveCount(2);
        }

        using (Torch.InferenceMode())
        {
            y.GradGraph().Nodes.Should().HaveCount(2);
            y.GradFn!.Name.Should().Be("ExpBackward0");
            Torch.Ones(2).GradFn.Should().BeNull();
        }
    }

    [Test]
    public void Backward_frees_values_and_not_the_graph()
    {
        var y = X.Exp().Sin();
        y.Backward();

        y.GradGraph().Nodes.Should().HaveCount(3);
    }

    [Test]
    public void Second_derivatives_have_a_graph_too()
    {
        var x = X;
        var first = Torch.Autograd.Grad(x.Pow(3), x, createGraph: true);

        first.GradGraph().Nodes.Select(static node => node.ToString()).Should().Contain("AccumulateGrad [1]").And.Contain("PowBackward0");
    }

    [Test]
    public void An_operation_that_is_used_twice_is_written_once()
    {
        var y = X.Exp();

        (y * y).GradGraph().ToString().Should().Be(
            """
            MulBackward0
            ├─ ExpBackward0 #1
            │  └─ AccumulateGrad [1]
            └─ ExpBackward0 #1 (above)
            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void A_long_run_is_folded_in_every_form()
    {
        var graph = Sines(X, 1002).GradGraph();

        graph.ToString().Should().Be(
            """
            SinBackward0
            └─ SinBackward0
               └─ SinBackward0
                  └─ ... 997 more
                     └─ SinBackward0
                        └─ SinBackward0
                           └─ AccumulateGrad [1]
            """.ReplaceLineEndings("\n"));
        graph.ToMermaid().Split('\n')
            .Should().HaveCount(1 + 7 + 6).And.Contain("    n2f[\"... 997 more\"]").And.Contain("    n2f --> n1000");
        graph.ToGraphviz().Should().Contain("n2 -> n2f;").And.Contain("n2f -> n1000;");
    }

    [Test]
    public void A_short_run_is_not()
    {
        Sines(X, 6).GradGraph().ToString().Should().NotContain("...");
        Sines(X, 7).GradGraph().ToString().Should().Contain("... 2 more");
    }

    [Test]
    public void Of_a_wide_graph_the_nearest_is_shown_and_the_rest_counted()
    {
        var x = X;
        var graph = Torch.Cat([.. Enumerable.Range(0, 1000).Select(_ => x.Exp())]).GradGraph();

        graph.Nodes.Should().HaveCount(1002);
        var lines = graph.ToString(maxNodes: 4).Split('\n');
        string[] shown = ["├─ ExpBackward0", "│  └─ ..."];
        lines.Should().Equal(["CatBackward0", .. shown, .. shown, .. shown, "└─ ...", "... 998 more"]);
        graph.ToMermaid(maxNodes: 4).Should().Contain("more[\"... 998 more\"]").And.Contain("n0 -.-> more");
        graph.ToGraphviz(maxNodes: 4).Should().Contain("n0 -> more [style=dashed];");
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Nothing_can_not_be_shown(int maxNodes)
    {
        var graph = X.Exp().GradGraph();

        graph.Invoking(it => it.ToString(maxNodes)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("maxNodes");
        graph.Invoking(it => it.ToMermaid(maxNodes)).Should().Throw<ArgumentOutOfRangeException>();
        graph.Invoking(it => it.ToGraphviz(maxNodes)).Should().Throw<ArgumentOutOfRangeException>();
    }

    // Each form of depth that could end in recursion, or in a text that grows with the square of it.
    [TestCase("run")]
    [TestCase("squares")]
    [TestCase("recurrent")]
    public void A_hundred_thousand_operations_deep_is_no_trouble(string form)
    {
        const int Depth = 100_000;
        var (x, w) = (X, X);
        var y = x;
        for (var i = 0; i < Depth; i++)
        {
            using var before = ReferenceEquals(y, x) ? null : y;
            y = form switch { "run" => y.Sin(), "squares" => y * y, _ => y * w };
        }

        var watch = Stopwatch.StartNew();
        var graph = y.GradGraph();
        var read = watch.Elapsed;
        var texts = new[] { graph.ToString(), graph.ToMermaid(), graph.ToGraphviz() };
        var shown = watch.Elapsed - read;
        var whole = form == "run" ? "" : graph.ToString(int.MaxValue);

        TestContext.Out.WriteLine($"{form}: read in {read.TotalMilliseconds:F0} ms, three texts in {shown.TotalMilliseconds:F0} ms");
        graph.Nodes.Should().HaveCount(form == "recurrent" ? Depth + 2 : Depth + 1);
        texts.Should().OnlyContain(static text => text.Length < 20_000 && text.Contains(" more"));
        whole.Length.Should().BeLessThan(200_000);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Test]
    public void Many_threads_may_look_at_one_graph()
    {
        var y = Sines(X, 50) + X;

        Parallel.For(0, 200, _ =>
        {
            y.GradGraph().Nodes.Should().HaveCount(53);
            y.GradFn!.NextFunctions.Should().HaveCount(2);
        });
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Functions_that_nobody_refers_to_free_what_they_hold(bool isDisposing)
    {
        var before = Environment.WorkingSet;

        // 1 GB, if it were kept: exp saves its result.
        for (var i = 0; i < 1000; i++)
        {
            Hold(isDisposing);
            if (isDisposing && i % 100 == 99)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        var grown = (Environment.WorkingSet - before) >> 20;
        TestContext.Out.WriteLine($"grown by {grown} MB");
        grown.Should().BeLessThan(500);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Hold(bool isDisposing)
        {
            var x = Torch.Ones([1 << 18], requiresGrad: true);
            var y = x.Exp();
            y.GradFn!.NextFunctions.Should().HaveCount(1);
            if (isDisposing)
            {
                y.Dispose();
                x.Dispose();
            }
        }
    }

    private static Tensor Sines(Tensor x, int count)
    {
        for (var i = 0; i < count; i++)
        {
            x = x.Sin();
        }

        return x;
    }
}
