using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>Steps of matrices by their momentum, made orthogonal: PyTorch's <c>torch.optim.Muon</c> (of version 2.9 and later).</summary>
/// <remarks>
/// Jordan, "Muon: An optimizer for hidden layers in neural networks" (2024). Other parameters than matrices need another optimizer beside it.
/// </remarks>
/// <example><code>
/// var weight = new Parameter(Torch.Eye(2));
/// var optimizer = new Muon([weight], lr: 0.1);
/// (weight * weight).Sum().Backward();
/// optimizer.Step();
/// weight.Data.Shape   // torch.Size([2, 2])
/// </code></example>
public partial class Muon : Optimizer<MuonParamGroup>
{
    /// <summary>An optimizer of matrices.</summary>
    /// <param name="parameters">Leaf tensors of two dimensions; or groups of them, whose options are these where they have none of their own.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="weightDecay">How much of the parameter is taken from it.</param>
    /// <param name="momentum">How much of the average of the gradient stays in each step.</param>
    /// <param name="nesterov">Whether the momentum is Nesterov's, which looks a step ahead.</param>
    /// <param name="nsCoefficients">The coefficients of the iteration of Newton and Schulz; null: 3.4445, -4.775 and 2.0315.</param>
    /// <param name="eps">The least norm that a matrix is divided by.</param>
    /// <param name="nsSteps">How many iterations of Newton and Schulz there are, less than 100.</param>
    /// <param name="adjustLrFn">How the learning rate goes with the sizes of the matrix; null: as in the original.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">
    /// An option is out of its range, the list is empty, or a tensor is no leaf or no matrix.
    /// </exception>
    [ForFSharp]
    public Muon(
        IEnumerable<Tensor> parameters, double lr = 1e-3, double weightDecay = 0.1, double momentum = 0.95, bool nesterov = true,
        (double A, double B, double C)? nsCoefficients = null, double eps = 1e-7, long nsSteps = 5, MuonLrAdjustment? adjustLrFn = null)
        : this(
            (IEnumerable<MuonParamGroup>)[new(Some(parameters))], lr, weightDecay, momentum, nesterov, nsCoefficients, eps, nsSteps,
            adjustLrFn)
    {
    }

    /// <inheritdoc cref="Muon(IEnumerable{Tensor}, double, double, double, bool, ValueTuple{double, double, double}?, double, long, MuonLrAdjustment?)"/>
    [OverloadResolutionPriority(1)]
    public Muon(
        IEnumerable<MuonParamGroup> parameters, double lr = 1e-3, double weightDecay = 0.1, double momentum = 0.95, bool nesterov = true,
        (double A, double B, double C)? nsCoefficients = null, double eps = 1e-7, long nsSteps = 5, MuonLrAdjustment? adjustLrFn = null)
        : base(
            parameters, Options(lr, weightDecay, momentum, nesterov, nsCoefficients ?? (3.4445, -4.775, 2.0315), eps, nsSteps, adjustLrFn))
    {
        foreach (var group in ParamGroups)
        {
            foreach (var parameter in group.Params)
            {
                if (parameter.Dim() != 2)
                {
                    throw new TorchValueException(
                        $"Muon only supports 2D parameters whereas we found a parameter with size: {parameter.Shape}");
                }
            }
        }
    }

    private static MuonParamGroup Options(
        double lr, double weightDecay, double momentum, bool nesterov, (double A, double B, double C) nsCoefficients, double eps,
        long nsSteps, MuonLrAdjustment? adjustLrFn)
    {
        Check(lr >= 0, "Learning rate should be >= 0 but is", lr);
        Check(momentum >= 0, "momentum should be >= 0 but is", momentum);
        Check(weightDecay >= 0, "weight decay should be >= 0 but is", weightDecay);
        return new([])
        {
            Lr = lr,
            WeightDecay = weightDecay,
            Momentum = momentum,
            Nesterov = nesterov,
            NsCoefficients = nsCoefficients,
            Eps = eps,
            NsSteps = nsSteps,
            AdjustLrFn = adjustLrFn,
        };
    }

    /// <inheritdoc/>
    /// <exception cref="TorchException">A parameter is complex.</exception>
    /// <exception cref="TorchValueException">There are 100 iterations or more, or a parameter that was added is no matrix.</exception>
    protected override void Update(MuonParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var scope = Torch.Scope();
        var (lr, momentum) = (group.Lr, group.Momentum);
        foreach (var (parameter, grad) in Gradients(group))
        {
            if (parameter.IsComplex())
            {
                throw new TorchException("Muon does not support complex parameters");
            }

            if (grad.Dim() != 2)
            {
                throw new TorchValueException("Param gradient must be a 2D matrix");
            }

            var state = StateOf(parameter);
            if (!state.ContainsKey("momentum_buffer"))
            {
                state["momentum_buffer"] = Lasting(Torch.ZerosLike(grad));
            }

            var buffer = state.Tensor("momentum_buffer");
            buffer.Lerp_(grad, 1 - momentum);
            var change = Orthogonal(group.Nesterov ? grad.Lerp(buffer, momentum) : buffer, group);
            parameter.Mul_(1 - (lr * group.WeightDecay));
            parameter.Add_(change, alpha: -lr * Factor(group.AdjustLrFn, parameter.Size(0), parameter.Size(1)));
        }
    }

    // The iteration of Newton and Schulz, whose matrices are as wide as they are high, or wider.
    private static Tensor Orthogonal(Tensor matrix, MuonParamGroup group)
    {
        if (group.NsSteps >= 100)
        {
            throw new TorchValueException("Number of steps must be less than 100 for computational efficiency");
        }

        var (a, b, c) = group.NsCoefficients;
        var isHigh = matrix.Size(0) > matrix.Size(1);
        var x = matrix.To(DType.Bfloat16);
        if (isHigh)
        {
            x = x.T;
        }

        x.Div_(x.Norm().Clamp(min: group.Eps));
        for (var i = 0L; i < group.NsSteps; i++)
        {
            var gram = x.Matmul(x.T);
            var change = Torch.Addmm(gram, gram, gram, beta: b, alpha: c);
            x = Torch.Addmm(x, change, x, beta: a);
        }

        return isHigh ? x.T : x;
    }

    private static double Factor(MuonLrAdjustment? adjustment, double rows, double columns) => adjustment switch
    {
        MuonLrAdjustment.MatchRmsAdamw => 0.2 * Math.Sqrt(Math.Max(rows, columns)),
        MuonLrAdjustment.SpectralUnclamped => Math.Sqrt(rows / columns),
        _ => Math.Sqrt(Math.Max(1, rows / columns)),
    };
}
