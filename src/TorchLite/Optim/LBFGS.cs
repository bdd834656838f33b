using System.Runtime.CompilerServices;

namespace TorchLite.Optim;

/// <summary>
/// The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with limited memory: PyTorch's <c>torch.optim.LBFGS</c>.
/// </summary>
/// <remarks>
/// <para>Liu and Nocedal, "On the limited memory BFGS method for large scale optimization" (1989).</para>
/// <para>A step computes the loss several times, so it needs a closure. There is only one group of parameters.</para>
/// </remarks>
/// <example><code>
/// var x = new Parameter(Torch.Tensor([-1.0, 2.0]));
/// var optimizer = new LBFGS([x], lineSearchFn: LineSearchFn.StrongWolfe);
/// Tensor Closure()
/// {
///     optimizer.ZeroGrad();
///     var loss = (1 - x[0]).Pow(2) + (100 * (x[1] - x[0].Pow(2)).Pow(2));
///     loss.Backward();
///     return loss;
/// }
/// optimizer.Step(Closure).Item()   // 104.0
/// optimizer.Step(Closure);
/// x.Data                           // tensor([1.0000, 1.0000])
/// </code></example>
public partial class LBFGS : Optimizer<LBFGSParamGroup>
{
    /// <summary>An optimizer of parameters.</summary>
    /// <param name="parameters">Leaf tensors; or one group of them.</param>
    /// <param name="lr">The length of a step; with a line search, the one to begin with.</param>
    /// <param name="maxIter">How many iterations a step has at most.</param>
    /// <param name="maxEval">How often a step computes the loss at most; null: 1.25 times as often as there are iterations.</param>
    /// <param name="toleranceGrad">The greatest gradient at which a step ends.</param>
    /// <param name="toleranceChange">The greatest change of the loss or of the parameters at which a step ends.</param>
    /// <param name="historySize">How many of the last directions are remembered.</param>
    /// <param name="lineSearchFn">How the length of a step is looked for; null: it is <paramref name="lr"/>.</param>
    /// <exception cref="ArgumentNullException">There are no parameters, or one is null.</exception>
    /// <exception cref="TorchValueException">
    /// The learning rate is negative, the list is empty, a tensor is no leaf, or there is more than one group.
    /// </exception>
    [ForFSharp]
    public LBFGS(
        IEnumerable<Tensor> parameters, double lr = 1, long maxIter = 20, long? maxEval = null, double toleranceGrad = 1e-7,
        double toleranceChange = 1e-9, long historySize = 100, LineSearchFn? lineSearchFn = null)
        : this(
            (IEnumerable<LBFGSParamGroup>)[new(Some(parameters))], lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize,
            lineSearchFn)
    {
    }

    /// <inheritdoc cref="LBFGS(IEnumerable{Tensor}, double, long, long?, double, double, long, LineSearchFn?)"/>
    [OverloadResolutionPriority(1)]
    public LBFGS(
        IEnumerable<LBFGSParamGroup> parameters, double lr = 1, long maxIter = 20, long? maxEval = null, double toleranceGrad = 1e-7,
        double toleranceChange = 1e-9, long historySize = 100, LineSearchFn? lineSearchFn = null)
        : base(parameters, Options(lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize, lineSearchFn))
    {
        if (ParamGroups.Count != 1)
        {
            throw new TorchValueException("LBFGS doesn't support per-parameter options (parameter groups)");
        }
    }

    private static LBFGSParamGroup Options(
        double lr, long maxIter, long? maxEval, double toleranceGrad, double toleranceChange, long historySize, LineSearchFn? lineSearchFn)
    {
        Check(lr >= 0, "Invalid learning rate", lr);
        return new([])
        {
            ["lr"] = lr == 1 ? (object)1L : lr, // PyTorch's own default is an integer
            MaxIter = maxIter,
            MaxEval = maxEval ?? (maxIter * 5 / 4),
            ToleranceGrad = toleranceGrad,
            ToleranceChange = toleranceChange,
            HistorySize = historySize,
            LineSearchFn = lineSearchFn,
        };
    }

    /// <summary>Is not called: a step has iterations of its own.</summary>
    /// <param name="group">The group.</param>
    protected override void Update(LBFGSParamGroup group)
    {
    }

    /// <inheritdoc/>
    private protected override Tensor? StepOnce(Func<Tensor>? closure)
    {
        if (closure is null)
        {
            throw new TorchTypeException("LBFGS.step() missing 1 required positional argument: 'closure'");
        }

        var group = ParamGroups[0];
        if (group.Params.Count == 0)
        {
            return closure();
        }

        var state = StateOf(group.Params[0]);
        state.TryAdd("func_evals", 0L);
        state.TryAdd("n_iter", 0L);
        var first = closure();
        var evaluations = 1L;
        Count(state, "func_evals", 1);
        var now = (Loss: (double)first, Gradient: Flat(group));
        if (IsDone(now.Gradient, group))
        {
            return first;
        }

        var memory = new LBFGSMemory(state);
        var (maxIter, maxEval, tolerance) = (group.MaxIter, group.MaxEval, group.ToleranceChange);
        for (var iteration = 1L; iteration <= maxIter; iteration++)
        {
            Count(state, "n_iter", 1);
            var isFirst = (long)state["n_iter"]! == 1;
            memory.Turn(now.Gradient, isFirst, group.HistorySize);
            var lossBefore = now.Loss;
            memory.Remember(now.Gradient, now.Loss);
            memory.Length = isFirst
                ? Quantity.Min(1, 1 / (Quantity)now.Gradient.Abs().Sum()) * Quantity.Of(group["lr"])
                : Quantity.Of(group["lr"]);
            memory.IsRate = !isFirst;
            var slope = now.Gradient.Dot(memory.Direction);
            if ((Quantity)slope > -tolerance)
            {
                break;
            }

            var used = 0L;
            var isDone = false;
            if (group.LineSearchFn is not null)
            {
                var start = group.Params.Select(static parameter => parameter.Clone()).ToArray();
                var direction = memory.Direction;
                var (found, count) = StrongWolfe.Search(
                    length => Evaluate(group, closure, start, length, direction), direction,
                    new(0, now.Loss, now.Gradient, slope), memory.Length, 1e-9, maxEval - evaluations);
                now = (found.Loss, found.Gradient);
                (memory.Length, memory.IsRate, used) = (found.Length, memory.IsRate && found.Length == memory.Length, count);
                Move(group, memory.Length, direction);
                isDone = IsDone(now.Gradient, group);
            }
            else
            {
                Move(group, memory.Length, memory.Direction);
                if (iteration != maxIter)
                {
                    now = ((double)closure(), Flat(group));
                    isDone = IsDone(now.Gradient, group);
                    used = 1;
                }
            }

            evaluations += used;
            Count(state, "func_evals", used);
            if (iteration == maxIter || evaluations >= maxEval || isDone
                || (Quantity)Times(memory.Direction, memory.Length).Abs().Max() <= tolerance
                || Math.Abs(now.Loss - lossBefore) < tolerance)
            {
                break;
            }
        }

        memory.Keep(group["lr"]);
        return first;
    }

    private static bool IsDone(Tensor gradient, LBFGSParamGroup group) => (Quantity)gradient.Abs().Max() <= group.ToleranceGrad;

    private static void Count(OptimizerState state, string name, long more) => state[name] = Convert.ToInt64(state[name], null) + more;

    internal static Tensor Times(Tensor direction, Quantity length) =>
        length.Tensor is { } tensor ? direction * tensor : direction * length.Number;

    // The gradients of all parameters, one after the other; of complex numbers both parts.
    private static Tensor Flat(LBFGSParamGroup group) => Torch.Cat([.. group.Params.Select(static parameter =>
        Parts(parameter.Grad is { } grad ? grad.Reshape(-1) : Torch.Zeros([parameter.Numel()], parameter.DType, parameter.Device))
        .Reshape(-1))]);

    private static void Move(LBFGSParamGroup group, Quantity length, Tensor direction)
    {
        var from = 0L;
        var alpha = length.ToDouble();
        foreach (var whole in group.Params)
        {
            var parameter = Parts(whole);
            var count = parameter.Numel();
            parameter.Add_(direction.Narrow(0, from, count).Reshape(parameter.Shape), alpha: alpha);
            from += count;
        }
    }

    private static (double Loss, Tensor Gradient) Evaluate(
        LBFGSParamGroup group, Func<Tensor> closure, Tensor[] start, Quantity length, Tensor direction)
    {
        Move(group, length, direction);
        var loss = (double)closure();
        var gradient = Flat(group);
        foreach (var (parameter, value) in group.Params.Zip(start))
        {
            parameter.Copy_(value);
        }

        return (loss, gradient);
    }
}
