using System.Runtime.InteropServices;
using TorchLite.Native;

namespace TorchLite.Tests.Ops;

/// <summary>Generators: the numbers that PyTorch 2.6 and 2.14 draw from them. What needs no generator is in the reference corpus.</summary>
[NonParallelizable]
public sealed class GeneratorTests
{
    private static readonly (string Name, Func<Generator, Tensor> Draw, string Expected)[] Draws =
    [
        ("rand", static g => Torch.Rand([3], generator: g), "tensor([0.0043, 0.1056, 0.2858])"),
        ("randn", static g => Torch.Randn([3], generator: g), "tensor([0.8033, 0.1748, 0.0890])"),
        ("randn of 20", static g => Torch.Randn([20], generator: g)[17..], "tensor([0.2052, 0.3384, 1.3528])"),
        ("randint", static g => Torch.Randint(100, [3], generator: g), "tensor([86, 48, 37])"),
        ("randint from", static g => Torch.Randint(5, 100, [3], generator: g), "tensor([56, 73, 97])"),
        ("randperm", static g => Torch.Randperm(6, generator: g), "tensor([4, 0, 3, 2, 1, 5])"),
        ("uniform_", static g => Torch.Empty(3).Uniform_(1, 2, g), "tensor([1.0043, 1.1056, 1.2858])"),
        ("normal_", static g => Torch.Empty(3).Normal_(5, 2, g), "tensor([6.6066, 5.3497, 5.1780])"),
        ("exponential_", static g => Torch.Empty(3).Exponential_(2, g), "tensor([0.0174, 0.1690, 0.7412])"),
        ("bernoulli_", static g => Torch.Empty(6).Bernoulli_(0.5, g), "tensor([1., 1., 0., 1., 0., 0.])"),
        ("bernoulli_ of a tensor", static g => Torch.Empty(6).Bernoulli_(Torch.Full([6], 0.5), g), "tensor([1., 1., 1., 1., 1., 1.])"),
        ("random_", static g => Torch.Empty(3).Random_(100, g), "tensor([86., 48., 37.])"),
        ("cauchy_", static g => Torch.Empty(3).Cauchy_(1, 2, g), "tensor([-17.5932,  -0.5844,   3.3109])"),
        ("geometric_", static g => Torch.Empty(3).Geometric_(0.1, g), "tensor([33., 12.,  3.])"),
        ("log_normal_", static g => Torch.Empty(3).LogNormal_(1, 0.5, g), "tensor([4.0618, 2.9666, 2.8419])"),
        ("bernoulli", static g => Torch.Bernoulli(Torch.Full([6], 0.5), g), "tensor([1., 1., 1., 1., 1., 1.])"),
        ("bernoulli of a number", static g => Torch.Bernoulli(Torch.Empty(6), 0.5, g), "tensor([1., 1., 0., 1., 0., 0.])"),
        ("multinomial", static g => Torch.Multinomial(Torch.Ones(9), 4, generator: g), "tensor([0, 3, 6, 1])"),
        ("poisson", static g => Torch.Poisson(Torch.Full([3], 9.0), g), "tensor([6., 9., 8.])"),
        ("normal", static g => Torch.Normal(0, 1, [3], g), "tensor([0.8033, 0.1748, 0.0890])"),
        ("normal around", static g => Torch.Normal(Torch.Arange(3.0), 2, g), "tensor([1.6066, 1.3497, 2.1780])"),
        ("normal spread", static g => Torch.Normal(1, Torch.Ones(3), g), "tensor([1.8033, 1.1748, 1.0890])"),
        ("normal both", static g => Torch.Normal(Torch.Arange(3.0), Torch.Ones(2, 1), g),
            "tensor([[ 0.8033,  1.1748,  2.0890],\n        [-0.6137,  1.0462,  0.6317]])"),
    ];

    [TestCaseSource(nameof(Draws))]
    public void A_generator_draws_what_PyTorch_draws((string Name, Func<Generator, Tensor> Draw, string Expected) draw)
    {
        Torch.ManualSeed(1);
        var before = Torch.GetRngState();

        draw.Draw(new Generator().ManualSeed(3)).ToString().Should().Be(draw.Expected, draw.Name);

        Torch.GetRngState().Equal(before).Should().BeTrue("the default generator draws nothing for another one");
    }

    [Test]
    public void A_state_that_is_read_while_another_thread_draws_is_whole()
    {
        const int Reads = 2000;
        var generator = new Generator();
        using var read = new CancellationTokenSource();
        var drawing = Task.Run(() =>
        {
            var numbers = Torch.Empty(1000);
            while (!read.IsCancellationRequested)
            {
                numbers.Uniform_();
            }
        });

        try
        {
            for (var i = 0; i < Reads; i++)
            {
                // A state that is torn is refused.
                generator.SetState(Torch.GetRngState());
            }
        }
        finally
        {
            // A thread that went on would change the numbers of all other tests.
            read.Cancel();
            drawing.Wait();
        }

        generator.GetState().Numel().Should().BePositive();
    }

    [Test]
    [Platform("Linux")]
    public void The_lock_that_libtorch_draws_under_is_known() =>
        GeneratorLock.IsFound.Should().Be(RuntimeInformation.ProcessArchitecture == Architecture.X64);

    private const long Least = long.MinValue, Most = long.MaxValue;

    private static readonly (string Name, Func<Tensor, Generator?, Tensor> Draw)[] Ways =
    [
        ("random_()", static (x, g) => x.Random_(g)), ("random_(9)", static (x, g) => x.Random_(9, g)),
        .. new (long From, long? To)[]
        {
            (-3, 3), (5, 1 << 28), (0, 1L << 31), (0, 1L << 40), (-Most, Most), (Least, Most), (Least, Least + 1), (Least, 0), (0, Most),
            (Most - 1, Most), (1L << 53, (1L << 53) + 1), ((1L << 53) + 1, (1L << 53) + 2), (0, (1L << 53) + 1), (-(1L << 53) - 1, 7),
            ((1L << 62) + 1, (1L << 62) + 1000), (7, 7), (Most, Least), (0, null), (1, null), (-3, null), (100, null), (300, null),
            (1 << 24, null), (1L << 40, null), (1L << 53, null), (-(1L << 53) - 1, null), (Most, null), (Least + 1, null), (Least, null),
        }.Select(static range => (
            $"random_({range.From}, {range.To})", (Func<Tensor, Generator?, Tensor>)((x, g) => x.Random_(range.From, range.To, g)))),
        ("uniform_", static (x, g) => x.Uniform_(-1, 3, g)), ("normal_", static (x, g) => x.Normal_(5, 2, g)),
        ("exponential_", static (x, g) => x.Exponential_(2, g)), ("cauchy_", static (x, g) => x.Cauchy_(1, 2, g)),
        ("geometric_", static (x, g) => x.Geometric_(0.3, g)), ("log_normal_", static (x, g) => x.LogNormal_(1, 0.5, g)),
        ("bernoulli_", static (x, g) => x.Bernoulli_(0.4, g)), ("bernoulli(0.4)", static (x, g) => Torch.Bernoulli(x, 0.4, g)),
        ("bernoulli_(tensor)", static (x, g) => x.Bernoulli_(Torch.Full([1], 0.4), g)), ("bernoulli", static (x, g) => x.Bernoulli(g)),
        ("poisson", static (x, g) => Torch.Poisson(x.Mul(9), g)), ("normal of a mean", static (x, g) => Torch.Normal(x, 2, g)),
        ("normal of a std", static (x, g) => Torch.Normal(1, x, g)), ("normal of both", static (x, g) => Torch.Normal(x, x.Add(1), g)),
        ("normal of two dtypes", static (x, g) => Torch.Normal(x, Torch.Ones([2, 1, 1], DType.Float64), g)),
        ("multinomial", static (x, g) => x.Multinomial(2, replacement: true, g)),
        ("randint", static (x, g) => Torch.Randint(Least, Most, x.Shape, x.DType, generator: g)),
        ("randperm", static (x, g) => Torch.Randperm(x.Numel(), x.DType, generator: g)),
    ];

    private static readonly (string Name, Func<DType, Tensor> Make)[] Layouts =
    [
        ("vector", static dtype => Torch.Full([19], 0.5).To(dtype)), ("number", static dtype => Torch.Full([], 0.5).To(dtype)),
        ("none", static dtype => Torch.Empty([0, 3], dtype)), ("columns", static dtype => Torch.Full([3, 5], 0.5).To(dtype).T),
        ("every second", static dtype => Torch.Full([4, 8], 0.5).To(dtype)["..., ::2"]),
    ];

    private static readonly DType[] DTypes =
    [
        DType.Float32, DType.Float64, DType.Float16, DType.Bfloat16, DType.Int64, DType.Int32, DType.Int16, DType.Int8, DType.Uint8,
        DType.Bool, DType.Uint16, DType.Uint32, DType.Uint64, DType.Float8E5m2, DType.Complex64,
    ];

    // What the default generator draws is compared with PyTorch in the reference corpus.
    [Test]
    public void A_generator_draws_to_the_bit_what_the_default_one_draws()
    {
        var generator = new Generator();
        var (drawn, refused) = (0, 0);
        var differences = new List<string>();
        foreach (var (way, draw) in Ways)
        {
            foreach (var (layout, make) in Layouts)
            {
                foreach (var dtype in DTypes)
                {
                    using var scope = Torch.Scope();
                    Torch.ManualSeed(5);
                    var expected = Outcome(() => draw(make(dtype), null));
                    var actual = Outcome(() => draw(make(dtype), generator.ManualSeed(5)));
                    if (expected != actual)
                    {
                        differences.Add($"{way} of {dtype}, {layout}: expected {expected}, actual {actual}");
                    }

                    if (expected.Contains("Exception", StringComparison.Ordinal))
                    {
                        refused++;
                        continue;
                    }

                    drawn++;
                    generator.GetState().Equal(Torch.GetRngState()).Should().BeTrue($"{way} of {dtype}, {layout}: draws as many numbers");
                }
            }
        }

        TestContext.Progress.WriteLine($"Draws with a generator: {drawn} the same as without, {refused} refused in the same words");
        string.Join("\n", differences).Should().BeEmpty();
        (drawn, refused).Should().Match<(int, int)>(static counts => counts.Item1 > 1000 && counts.Item2 > 1000);
    }

    [TestCase("random_()"), TestCase("random_(0, 9223372036854775807)"), TestCase("uniform_"), TestCase("normal_")]
    [TestCase("bernoulli"), TestCase("poisson"), TestCase("normal of a mean"), TestCase("normal of a std"), TestCase("normal of both")]
    public void A_draw_with_a_generator_is_recorded_as_one_without(string name)
    {
        var draw = Ways.Single(way => way.Name == name).Draw;
        Tensor[] gradients = [.. new[] { null, new Generator() }.Select(generator =>
        {
            var leaf = Torch.Full([3], 0.5, requiresGrad: true);
            draw(leaf.Mul(1), generator).Sum().Backward();
            return leaf.Grad!;
        })];

        gradients.Select(static gradient => gradient.ToString()).Should().Equal("tensor([0., 0., 0.])", "tensor([0., 0., 0.])");
        if (!name.Split('(')[0].EndsWith('_'))
        {
            return;
        }

        foreach (var generator in new[] { null, new Generator() })
        {
            var leaf = Torch.Full([3], 0.5, requiresGrad: true);
            FluentActions.Invoking(() => draw(leaf, generator)).Should().Throw<TorchException>()
                .WithMessage("a leaf Variable that requires grad is being used in an in-place operation.");
        }
    }

    private static string Outcome(Func<Tensor> draw)
    {
        try
        {
            var drawn = draw();
            var bytes = drawn.Contiguous().View(-1).View(DType.Uint8).ToArray<byte>();
            return $"{drawn.DType} {drawn.Shape} {string.Join(",", drawn.Stride())} {System.Convert.ToHexString(bytes)}";
        }
        catch (TorchException error)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }

    [Test]
    public void A_generator_goes_on_from_its_own_state()
    {
        var (one, other) = (new Generator().ManualSeed(9), new Generator().ManualSeed(9));

        var first = Torch.Rand([3], generator: one);
        var second = Torch.Rand([3], generator: one);

        Torch.Rand([3], generator: other).Equal(first).Should().BeTrue();
        Torch.Rand([3], generator: other.CloneState()).Equal(second).Should().BeTrue();
        Torch.Rand([3], generator: other).Equal(second).Should().BeTrue();
    }

    [Test]
    public void A_state_that_is_none_is_refused_and_changes_nothing()
    {
        var generator = new Generator().ManualSeed(9);
        var state = generator.GetState();

        generator.Invoking(g => g.SetState(null!)).Should().Throw<ArgumentNullException>();
        generator.Invoking(g => g.SetState(Torch.Zeros(5056))).Should().Throw<TorchTypeException>()
            .WithMessage("RNG state must be a torch.ByteTensor");
        generator.Invoking(g => g.SetState(Torch.Zeros([5056], DType.Uint8))).Should().Throw<TorchException>()
            .WithMessage("Invalid mt19937 state");
        generator.GetState().Equal(state).Should().BeTrue();
    }

    [Test]
    public void Only_the_CPU_has_generators() =>
        FluentActions.Invoking(static () => new Generator("meta")).Should().Throw<TorchException>()
            .WithMessage("Device type META is not supported for torch.Generator() api.");

    [Test]
    public void A_seed_that_nobody_can_foresee_is_another_each_time()
    {
        var seeds = Enumerable.Range(0, 5).Select(static _ => new Generator().Seed()).ToArray();

        seeds.Should().OnlyHaveUniqueItems();
        Torch.Seed().Should().Be(Torch.InitialSeed());
    }

    [Test]
    public void A_fork_leaves_no_trace()
    {
        Torch.ManualSeed(4);
        var expected = Torch.Rand(3);
        Torch.ManualSeed(4);
        using (Torch.Random.ForkRng())
        {
            Torch.ManualSeed(5);
            Torch.Rand(100).Dispose();
        }

        Torch.Rand(3).Equal(expected).Should().BeTrue();
        using (Torch.Random.ForkRng(enabled: false))
        {
            Torch.ManualSeed(4);
        }

        Torch.Rand(3).Equal(expected).Should().BeTrue("a fork that is not enabled is none");
    }

    [Test]
    public void A_generator_lives_as_long_as_the_draw()
    {
        for (var i = 0; i < 200; i++)
        {
            Torch.Rand([100], generator: new Generator().ManualSeed(i)).Dispose();
            GC.Collect(0);
        }

        GC.WaitForPendingFinalizers();
        Torch.Rand([2], generator: new Generator().ManualSeed(7)).ToString().Should().Be("tensor([0.5349, 0.1988])");
    }

    [Test]
    public void A_state_whose_numbers_would_end_beyond_it_is_refused()
    {
        var state = new Generator().ManualSeed(5).GetState().ToArray<byte>();
        BitConverter.GetBytes(624).CopyTo(state, 8);
        BitConverter.GetBytes(624L).CopyTo(state, 16);
        FluentActions.Invoking(() => new Generator().SetState(Torch.Tensor(state))).Should().Throw<TorchException>()
            .WithMessage("Invalid mt19937 state");
    }

    [TestCase(long.MaxValue - 1)]
    [TestCase(long.MaxValue - 100)]
    public void Near_the_greatest_integer_the_generator_that_is_given_draws(long from)
    {
        var before = Torch.Random.GetRngState();
        var first = Torch.Zeros([4], dtype: DType.Float64).Random_(from, null, new Generator().ManualSeed(1));
        first.Equal(Torch.Zeros([4], dtype: DType.Float64).Random_(from, null, new Generator().ManualSeed(1))).Should().BeTrue();
        Torch.Random.GetRngState().Equal(before).Should().BeTrue();
    }

    [Test]
    public void A_deviation_that_is_no_number_is_refused()
    {
        var zeros = Torch.Zeros(3);
        FluentActions.Invoking(() => Torch.Normal(zeros, double.NaN, new Generator())).Should().Throw<TorchException>()
            .WithMessage("normal expects std >= 0.0*");
        FluentActions.Invoking(() => Torch.Normal(zeros, Torch.Tensor([1.0, double.NaN, 1]), new Generator())).Should()
            .Throw<TorchException>().WithMessage("normal expects all elements of std >= 0.0");
        Torch.Normal(zeros.To("meta"), Torch.Ones([3], device: "meta"), new Generator()).IsMeta.Should().BeTrue();
    }
}
