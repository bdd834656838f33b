using TorchLite.Nn;
using TorchLite.Optim;

namespace TorchLite.Tests.Optim;

[NonParallelizable]
public sealed class OptimizerOptionTests
{
    [Test]
    public void Groups_have_options_of_their_own_and_the_others_of_the_optimizer()
    {
        var net = new Sequential(new Linear(2, 3), new Linear(3, 1));

        var adam = new AdamW([new(net[0].Parameters()) { WeightDecay = 0.5 }, new(net[1].Parameters())], lr: 0.1);
        adam.AddParamGroup(new([new Parameter(Torch.Ones(1))]) { Betas = (0.5, 0.6) });

        adam.ParamGroups.Select(static group => (group.WeightDecay, group.Lr, group.Betas)).Should().Equal(
            (0.5, 0.1, (0.9, 0.999)), (0.01, 0.1, (0.9, 0.999)), (0.01, 0.1, (0.5, 0.6)));
        ((Action)(() => adam.AddParamGroup(new(net[0].Parameters())))).Should().Throw<TorchValueException>()
            .WithMessage("some parameters appear in more than one parameter group");
        adam.ParamGroups.Should().HaveCount(3);
    }

    [Test]
    public void A_loaded_rate_of_ASGD_is_as_exact_as_a_new_one()
    {
        var parameter = Torch.Ones([2], dtype: DType.Float64).RequiresGrad_();
        var asgd = new ASGD([parameter], lr: 0.05);
        for (var i = 0; i < 3; i++)
        {
            parameter.Grad = Torch.Ones([2], dtype: DType.Float64);
            asgd.Step();
            asgd.LoadStateDict(asgd.StateDict());
        }

        var rate = (Tensor)asgd.State[parameter]["eta"]!;
        rate.DType.Should().Be(DType.Float64);
        rate.Item<double>().Should().Be((float)rate.Item<double>(), "PyTorch computes it in single precision");
    }

    [Test]
    public void Names_of_parameters_stand_in_the_state_dict()
    {
        var net = new Linear(2, 1);

        var sgd = new SGD([new(net.NamedParameters())]);

        sgd.ParamGroups[0].ParamNames.Should().Equal("weight", "bias");
        var saved = (IReadOnlyDictionary<object, object?>)((IReadOnlyList<object?>)sgd.StateDict()["param_groups"]!)[0]!;
        ((IEnumerable<object?>)saved["param_names"]!).Should().Equal("weight", "bias");
        ((Action)(() => sgd.AddParamGroup(new([new Parameter(Torch.Ones(1))])))).Should().Throw<TorchValueException>()
            .WithMessage("all optimizer param groups should be with/without names. cannot add param group without names to the optimizer");
    }

    [Test]
    public void The_state_belongs_to_no_scope()
    {
        var weight = new Parameter(Torch.Ones(2));
        var adam = new Adam([weight], lr: 0.1);
        using (Torch.Scope())
        {
            (weight * weight).Sum().Backward();
            adam.Step();
        }

        adam.State[weight].Tensor("exp_avg").IsDisposed.Should().BeFalse();
        adam.Step();
        ((double)adam.State[weight].Tensor("step")).Should().Be(2);
    }

    [Test]
    public void One_call_for_each_operation_gives_what_the_loop_gives()
    {
        var values = new List<Tensor>();
        foreach (var isOneCall in new[] { false, true })
        {
            Torch.ManualSeed(3);
            Parameter[] parameters = [.. Enumerable.Range(1, 70).Select(static size => new Parameter(Torch.Randn(size)))];
            Optimizer[] optimizers =
            [
                new SGD(parameters, lr: 0.1, momentum: 0.9, weightDecay: 0.1, nesterov: true, @foreach: true),
                new AdamW(parameters, lr: 0.1, amsgrad: true, maximize: true, @foreach: true), new Adam(parameters, weightDecay: 0.1, @foreach: true),
            ];
            Foreach.IsOneCallEverywhere = isOneCall;
            try
            {
                for (var step = 0; step < 3; step++)
                {
                    foreach (var optimizer in optimizers)
                    {
                        Array.ForEach(parameters, static parameter => parameter.Grad = Torch.RandnLike(parameter));
                        optimizer.Step();
                    }
                }
            }
            finally
            {
                Foreach.IsOneCallEverywhere = false;
            }

            values.Add(Torch.Cat(Array.ConvertAll(parameters, static parameter => parameter.Detach())));
        }

        values[0].Equal(values[1]).Should().BeTrue();
    }

    [Test]
    public void What_an_optimizer_knows_goes_through_a_file([Values] bool fused)
    {
        var path = Path.GetTempFileName();
        Parameter[] one = [new(Torch.Arange(6.0).Reshape(2, 3))], other = [new(Torch.Arange(6.0).Reshape(2, 3))];
        var (first, second) = (new AdamW(one, lr: 0.1, fused: fused), new AdamW(other));
        Train(first, one[0], 3);
        other[0].Data.Copy_(one[0].Data);
        Torch.Save(first.StateDict(), path);

        using (Torch.Scope())
        {
            second.LoadStateDict((OrderedDictionary<object, object?>)Torch.Load(path)!);
        }

        Train(first, one[0], 3);
        Train(second, other[0], 3);
        second.ParamGroups[0].Fused.Should().Be(fused);
        other[0].Data.Equal(one[0].Data).Should().BeTrue();
        File.Delete(path);

        static void Train(Optimizer optimizer, Parameter weight, int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                optimizer.ZeroGrad();
                (weight * weight).Sum().Backward();
                optimizer.Step();
            }
        }
    }

    [Test]
    public void A_state_of_another_shape_is_refused_where_the_kernel_would_read_on()
    {
        var small = new Adam([new Parameter(Torch.Ones(2))], fused: true);
        small.ParamGroups[0].Params[0].Grad = Torch.Ones(2);
        small.Step();
        var large = new Parameter(Torch.Ones(20000));
        var adam = new Adam([large], fused: true);
        adam.LoadStateDict(small.StateDict());
        large.Grad = Torch.Ones(20000);

        ((Action)adam.Step).Should().Throw<TorchException>().WithMessage("a parameter of torch.Size([20000]) and torch.float32 has*");
    }

    // Python's front end on the same libtorch: by lists the momentum is rounded to bfloat16 first, one by one it is not.
    [TestCase(null, "tensor([ 1.9453, -0.3789, -0.7188,  0.5547, -0.2188, -2.1250])")]
    [TestCase(true, "tensor([ 1.9453, -0.3750, -0.7383,  0.5508, -0.2266, -2.1250])")]
    public void Steps_in_bfloat16_round_as_in_Python(bool? way, string expected)
    {
        Torch.ManualSeed(0);
        var weight = new Parameter(Torch.Randn([6], DType.Bfloat16));
        var sgd = new SGD([weight], lr: 0.1, momentum: 0.9, weightDecay: 0.01, @foreach: way);
        for (var step = 0; step < 8; step++)
        {
            weight.Grad = Torch.Randn([6], DType.Bfloat16);
            sgd.Step();
        }

        $"{weight.Data.Float()}".Should().Be(expected);
    }

    // The numbers are those of PyTorch 2.14: in libtorch's kernel of these dtypes parameters of 16 numbers and more stay as they are.
    [TestCase("torch.float16", 2.97076416015625, 21.839672472327948)]
    [TestCase("torch.bfloat16", 2.95654296875, 21.852687120437622)]
    public void A_fused_step_of_half_precision_changes_all_numbers(string name, double sum, double squares)
    {
        var dtype = name == "torch.float16" ? DType.Float16 : DType.Bfloat16;
        var weight = new Parameter(Torch.Arange(40, dtype: DType.Float64).Mul(0.37).Sin().To(dtype));
        var sgd = new SGD([weight], lr: 0.1, momentum: 0.9, weightDecay: 0.1, fused: true);
        for (var step = 0; step < 4; step++)
        {
            weight.Grad = Torch.Arange(40, dtype: DType.Float64).Mul(0.7 + step).Cos().To(dtype);
            sgd.Step();
        }

        weight.Data.Double().Sum().Item<double>().Should().Be(sum);
        weight.Data.Double().Square().Sum().Item<double>().Should().Be(squares);
    }

    private static IEnumerable<Func<Tensor, double, Optimizer>> DecayedComplex =>
    [
        static (p, decay) => new SGD([p], lr: 0.1, momentum: 0.9, weightDecay: decay),
        static (p, decay) => new Adam([p], lr: 0.1, weightDecay: decay),
        static (p, decay) => new AdamW([p], lr: 0.1, weightDecay: decay), static (p, decay) => new Adamax([p], lr: 0.1, weightDecay: decay),
        static (p, decay) => new NAdam([p], lr: 0.1, weightDecay: decay), static (p, decay) => new RAdam([p], lr: 0.1, weightDecay: decay),
        static (p, decay) => new NAdam([p], lr: 0.1, weightDecay: decay, decoupledWeightDecay: true),
        static (p, decay) => new RAdam([p], lr: 0.1, weightDecay: decay, decoupledWeightDecay: true),
        static (p, decay) => new Adagrad([p], lr: 0.1, weightDecay: decay),
        static (p, decay) => new Adadelta([p], lr: 0.1, weightDecay: decay),
        static (p, decay) => new RMSprop([p], lr: 0.1, weightDecay: decay), static (p, decay) => new ASGD([p], lr: 0.1, weightDecay: decay),
    ];

    [Test]
    public void Complex_weights_decay_as_their_two_parts_do(
        [ValueSource(nameof(DecayedComplex))] Func<Tensor, double, Optimizer> make, [Values] bool isForeach)
    {
        var (complex, parts, free) = (Train(isComplex: true, 0.1), Train(isComplex: false, 0.1), Train(isComplex: true, 0));

        Torch.Allclose(complex, parts).Should().BeTrue();
        Torch.Allclose(complex, free).Should().BeFalse("decay takes part");

        Tensor Train(bool isComplex, double decay)
        {
            Torch.ManualSeed(2);
            var weight = Torch.Randn([3, 2]);
            var parameter = new Parameter(isComplex ? Torch.ViewAsComplex(weight) : weight);
            var optimizer = make(parameter, decay);
            optimizer.ParamGroups[0]["foreach"] = isForeach;
            for (var step = 0; step < 5; step++)
            {
                var grad = Torch.Randn([3, 2]);
                parameter.Grad = isComplex ? Torch.ViewAsComplex(grad) : grad;
                optimizer.Step();
            }

            return isComplex ? Torch.ViewAsReal(parameter.Detach()) : parameter.Detach();
        }
    }

    [Test]
    public void A_learning_rate_may_be_a_tensor_and_prints_as_its_number()
    {
        var weight = new Parameter(Torch.Ones(2));
        var adam = new Adam([new([weight]) { ["lr"] = Torch.Tensor(0.5) }]);
        weight.Grad = Torch.Ones(2);
        adam.Step();

        adam.ToString().Should().Contain("    lr: 0.5\n");
        Torch.Allclose(weight.Data, Torch.Full([2], 0.5)).Should().BeTrue();
        adam.ParamGroups[0].Foreach = true;
        ((Action)adam.Step).Should().Throw<TorchException>()
            .WithMessage("lr as a Tensor is not supported for capturable=False and foreach=True");
    }
}
