namespace TorchLite.Optim;

/// <summary>What <see cref="LBFGS"/> knows of the curvature: the last steps, and how the gradient changed with them.</summary>
internal sealed class LBFGSMemory
{
    private readonly OptimizerState state;
    private readonly List<object?> changes;
    private readonly List<object?> steps;
    private readonly List<object?> inverses;
    private object? diagonal;
    private Tensor? direction;
    private Tensor? gradientBefore;
    private double lossBefore;

    internal LBFGSMemory(OptimizerState state)
    {
        this.state = state;
        changes = List("old_dirs");
        steps = List("old_stps");
        inverses = List("ro");
        diagonal = state.GetValueOrDefault("H_diag");
        direction = state.GetValueOrDefault("d") as Tensor;
        Length = state.TryGetValue("t", out var t) && t is not null ? Quantity.Of(t) : default;
        gradientBefore = state.GetValueOrDefault("prev_flat_grad") as Tensor;
    }

    /// <summary>Where the next step goes.</summary>
    internal Tensor Direction => direction!;

    /// <summary>How far it goes.</summary>
    internal Quantity Length { get; set; }

    /// <summary>Whether that is the learning rate itself.</summary>
    internal bool IsRate { get; set; }

    /// <summary>Finds the next direction.</summary>
    internal void Turn(Tensor gradient, bool isFirst, long historySize)
    {
        if (isFirst)
        {
            direction = gradient.Neg();
            changes.Clear();
            steps.Clear();
            inverses.Clear();
            diagonal = 1L;
            return;
        }

        var change = gradient - gradientBefore!;
        var step = LBFGS.Times(direction!, Length);
        var product = change.Dot(step);
        if ((Quantity)product > 1e-10)
        {
            if (changes.Count == historySize)
            {
                changes.RemoveAt(0);
                steps.RemoveAt(0);
                inverses.RemoveAt(0);
            }

            changes.Add(Kept(change));
            steps.Add(Kept(step));
            inverses.Add(Kept(1.0 / product));
            diagonal = Kept(product / change.Dot(change));
        }

        if (state.GetValueOrDefault("al") is not List<object?> factors)
        {
            state["al"] = factors = [.. Enumerable.Repeat<object?>(null, checked((int)historySize))];
        }

        var q = gradient.Neg();
        for (var i = changes.Count - 1; i >= 0; i--)
        {
            var factor = ((Tensor)steps[i]!).Dot(q) * (Tensor)inverses[i]!;
            factors[i] = Kept(factor);
            q.Add_((Tensor)changes[i]!, alpha: -(double)factor);
        }

        direction = diagonal is Tensor tensor ? q * tensor : q * Convert.ToDouble(diagonal, null);
        for (var i = 0; i < changes.Count; i++)
        {
            var back = ((Tensor)changes[i]!).Dot(direction) * (Tensor)inverses[i]!;
            direction.Add_((Tensor)steps[i]!, alpha: (double)((Tensor)factors[i]! - back));
        }
    }

    /// <summary>Remembers the gradient and the loss for the next direction.</summary>
    internal void Remember(Tensor gradient, double loss)
    {
        if (gradientBefore is null)
        {
            gradientBefore = Kept(gradient.Clone());
        }
        else
        {
            gradientBefore.Copy_(gradient);
        }

        lossBefore = loss;
    }

    /// <summary>Writes all of it into the state.</summary>
    internal void Keep(object? rate)
    {
        state["d"] = Kept(direction!);
        state["t"] = IsRate ? rate : Length.ToObject();
        state["old_dirs"] = changes;
        state["old_stps"] = steps;
        state["ro"] = inverses;
        state["H_diag"] = diagonal;
        state["prev_flat_grad"] = gradientBefore;
        state["prev_loss"] = lossBefore;
    }

    private static Nn.Buffer Kept(Tensor tensor) => tensor as Nn.Buffer ?? new(tensor);

    private List<object?> List(string name) => state.GetValueOrDefault(name) as List<object?> ?? [];
}
