using TorchLite.Nn;
using TorchLite.Optim;

namespace TorchLite.Tests.Optim;

public class OptimizerTests
{
    private static IEnumerable<TestCaseData> DifferentiableSteps =>
    [
        new TestCaseData(
            (Func<Tensor, Optimizer>)(static p => new SGD([p], lr: 0.1, momentum: 0.9, weightDecay: 0.1, differentiable: true)), 2,
            0.9839977556250006, new[] { 0.4886379999999998, -0.5243960000000003, 0.5080302499999999 }).SetArgDisplayNames("SGD, two steps"),
        new TestCaseData(
            (Func<Tensor, Optimizer>)(static p => new Adam([p], lr: 0.1, eps: 0.1, weightDecay: 0.1, differentiable: true)), 1,
            4.602385813868706, new[] { 1.7937673604820368, -3.797248471526577, 0.80037185506821 }).SetArgDisplayNames("Adam"),
        new TestCaseData(
            (Func<Tensor, Optimizer>)(static p => new Adam([p], lr: 0.1, eps: 0.1, amsgrad: true, maximize: true, differentiable: true)), 1,
            5.9490229306744995, new[] { 2.2103429881988164, -4.2033683195738485, 1.2114463156666315 }).SetArgDisplayNames("Adam, amsgrad"),
    ];

    // The numbers are Python's, of a twin of this.
    [TestCaseSource(nameof(DifferentiableSteps))]
    public void One_can_differentiate_through_steps(Func<Tensor, Optimizer> make, int steps, double expected, double[] gradient)
    {
        var w = Torch.Tensor([1.0, -2.0, 0.5], dtype: DType.Float64, requiresGrad: true);
        var p = w.Clone();
        var optimizer = make(p);
        for (var i = 0; i < steps; i++)
        {
            p.Grad = w.Pow(3) + p;
            optimizer.Step();
        }

        var loss = (p * p).Sum();
        loss.Backward();

        ((double)loss).Should().BeApproximately(expected, 1e-14);
        w.Grad!.ToArray<double>().Zip(gradient, static (a, b) => Math.Abs(a - b)).Max().Should().BeLessThan(1e-14);
    }

    [Test]
    public void A_parameter_given_twice_is_warned_of()
    {
        var parameter = new Parameter(Torch.Ones(2));

        var warnings = Warned.By(() => _ = new SGD([parameter, parameter]));

        warnings.Should().ContainSingle().Which.Should().StartWith("optimizer contains a parameter group with duplicate parameters;");
    }

    private static IEnumerable<Func<Tensor, Optimizer>> AllAtOnceAndDifferentiable =>
    [
        static p => new Adam([p], @foreach: true, differentiable: true), static p => new AdamW([p], @foreach: true, differentiable: true),
        static p => new Adamax([p], @foreach: true, differentiable: true), static p => new NAdam([p], @foreach: true, differentiable: true),
        static p => new RAdam([p], @foreach: true, differentiable: true), static p => new Adagrad([p], @foreach: true, differentiable: true),
        static p => new Adadelta([p], @foreach: true, differentiable: true), static p => new RMSprop([p], @foreach: true, differentiable: true),
        static p => new Rprop([p], @foreach: true, differentiable: true), static p => new ASGD([p], @foreach: true, differentiable: true),
    ];

    [Test]
    public void What_is_done_all_at_once_is_not_differentiated([ValueSource(nameof(AllAtOnceAndDifferentiable))] Func<Tensor, Optimizer> make)
    {
        var p = Torch.Ones(2, requiresGrad: true).Clone();
        var optimizer = make(p);
        p.Grad = Torch.Ones(2);

        ((Action)optimizer.Step).Should().Throw<TorchException>().WithMessage("_foreach ops don't support autograd");
    }

    private static IEnumerable<Func<IEnumerable<Tensor>, bool, Optimizer>> FusedOptimizers =>
    [
        static (parameters, fused) => new SGD(parameters, lr: 0.1, momentum: 0.9, fused: fused),
        static (parameters, fused) => new Adam(parameters, lr: 0.1, amsgrad: true, fused: fused),
        static (parameters, fused) => new AdamW(parameters, lr: 0.1, fused: fused),
        static (parameters, fused) => new Adagrad(parameters, lr: 0.1, fused: fused),
    ];

    // The numbers are Python's.
    [Test]
    public void A_fused_step_is_left_out_where_a_gradient_is_not_finite_and_does_not_count(
        [Values("Adam", "AdamW", "Adagrad", "SGD")] string name)
    {
        var parameter = new Parameter(Torch.Tensor([1.0, 2.0]));
        Optimizer optimizer = name switch
        {
            "Adam" => new Adam([parameter], lr: 0.5, fused: true),
            "AdamW" => new AdamW([parameter], lr: 0.5, fused: true),
            "Adagrad" => new Adagrad([parameter], lr: 0.5, fused: true),
            _ => new SGD([parameter], lr: 0.5, fused: true),
        };
        (optimizer.GradScale, optimizer.FoundInf) = (Torch.Tensor(4f), Torch.Tensor(1f));
        parameter.Grad = Torch.Tensor([4.0, 8.0]);
        optimizer.Step();
        parameter.ToArray<float>().Should().Equal(1, 2);
        parameter.Grad.ToArray<float>().Should().Equal(4, 8);
        Count().Should().Be(0);

        optimizer.FoundInf = Torch.Tensor(0f);
        optimizer.Step();
        parameter.ToArray<float>().Should().Equal(name switch
        {
            "Adam" => [0.5000000596046448f, 1.5f],
            "AdamW" => [0.49500006437301636f, 1.4900000095367432f],
            "Adagrad" => [0.5f, 1.5f],
            _ => [0.5f, 1f],
        });
        parameter.Grad.ToArray<float>().Should().Equal(1, 2);
        Count().Should().Be(name == "SGD" ? 0 : 1);

        float Count()
        {
            var state = (OrderedDictionary<object, object?>)optimizer.StateDict()["state"]!;
            var own = state.GetValueOrDefault(0L) as OrderedDictionary<object, object?>;
            return own?.GetValueOrDefault("step") is Tensor step ? step.Item<float>() : 0;
        }
    }

    // Python's fused SGD gives [[0, 1.5], [0.5, 2], [1, 2.5]] here: it takes the gradients in the order of the parameter's memory.
    [Test]
    public void A_fused_step_takes_the_gradient_of_each_element_whatever_the_strides([Values] bool fused)
    {
        var parameter = new Parameter(Torch.Arange(6.0).View(2, 3).T);
        var sgd = new SGD([parameter], lr: 0.5, momentum: 0.9, fused: fused);
        parameter.Grad = Torch.Arange(6.0).View(3, 2);
        sgd.Step();
        parameter.Detach().ToArray2D<float>().Should().BeEquivalentTo(new float[,] { { 0, 2.5f }, { 0, 2.5f }, { 0, 2.5f } });
    }

    // PyTorch's fused kernels take the memory for numbers in order, and change others.
    [Test]
    public void Fused_steps_change_what_has_strides([ValueSource(nameof(FusedOptimizers))] Func<IEnumerable<Tensor>, bool, Optimizer> make)
    {
        var (memory, expected) = (Train(true), Train(false));

        memory.Zip(expected, static (a, b) => Torch.Allclose(a, b)).Should().AllBeEquivalentTo(true);

        Tensor[] Train(bool fused)
        {
            Tensor[] memory = [Torch.Ones(4, 3), Torch.Ones(3, 4), Torch.Ones(2, 3), Torch.Ones(5)];
            Tensor[] parameters = [memory[0][.., 1], memory[1].T, memory[2].T, memory[3]];
            Array.ForEach(parameters, static parameter => parameter.RequiresGrad_());
            var optimizer = make(parameters, fused);
            for (var i = 0; i < 3; i++)
            {
                foreach (var parameter in parameters)
                {
                    parameter.Grad = Torch.Arange(1.0, parameter.Numel() + 1).View(parameter.Shape) * (i + 1);
                }

                optimizer.Step();
            }

            return memory;
        }
    }
}
