namespace TorchLite;

/// <summary>Steps of optimizers that change all parameters by one call: PyTorch's <c>torch._fused_adamw_</c> and its kin.</summary>
internal static class FusedStep
{
    private static readonly AtenOperator SgdOperator = new("aten::_fused_sgd_");
    private static readonly AtenOperator AdamOperator = new("aten::_fused_adam_");
    private static readonly AtenOperator AdamWOperator = new("aten::_fused_adamw_");
    private static readonly AtenOperator AdagradOperator = new("aten::_fused_adagrad_");

    internal static void Sgd(
        Tensor[] parameters, Tensor[] grads, Tensor[] momentumBuffers, double weightDecay, double momentum, double lr, double dampening,
        bool nesterov, bool maximize, bool isFirstStep, Tensor? gradScale, Tensor? foundInf)
    {
        // The kernel for these leaves parameters of 16 numbers and more as they are. What it computes in single precision is right.
        if (parameters is [{ Device.Type: "cpu" } first, ..] && (first.DType == DType.Float16 || first.DType == DType.Bfloat16))
        {
            Tensor[][] halves = gradScale is null ? [parameters, momentumBuffers] : [parameters, momentumBuffers, grads];
            var singles = Array.ConvertAll(halves, Singles);
            Sgd(
                singles[0], gradScale is null ? Singles(grads) : singles[2], singles[1], weightDecay, momentum, lr, dampening, nesterov,
                maximize, isFirstStep, gradScale, foundInf);
            foreach (var (half, single) in halves.SelectMany(static list => list).Zip(singles.SelectMany(static list => list)))
            {
                half.Copy_(single);
            }

            return;
        }

        Run([parameters, grads, momentumBuffers], [], foundInf, lists =>
        {
            if (!FusedFunctions.TrySgd(
                lists, weightDecay, momentum, lr, dampening, nesterov, maximize, isFirstStep, gradScale, foundInf))
            {
                SgdOperator.Run(
                    lists[0], lists[1], lists[2], weightDecay, momentum, lr, dampening, nesterov, maximize, isFirstStep, gradScale,
                    foundInf);
            }
        });

        static Tensor[] Singles(Tensor[] list) => Array.ConvertAll(list, static tensor => tensor.Float());
    }

    internal static void Adam(
        bool isDecayDecoupled, Tensor[] parameters, Tensor[] grads, Tensor[] averages, Tensor[] squares, Tensor[] greatestSquares,
        Tensor[] steps, double lr, double beta1, double beta2, double weightDecay, double eps, bool amsgrad, bool maximize,
        Tensor? gradScale, Tensor? foundInf) =>
        Run([parameters, grads, averages, squares, greatestSquares], steps, foundInf, lists =>
        {
            if (!FusedFunctions.TryAdam(
                isDecayDecoupled, [.. lists, steps], lr, beta1, beta2, weightDecay, eps, amsgrad, maximize, gradScale, foundInf))
            {
                (isDecayDecoupled ? AdamWOperator : AdamOperator).Run(
                    lists[0], lists[1], lists[2], lists[3], lists[4], steps, lr, beta1, beta2, weightDecay, eps, amsgrad, maximize,
                    gradScale, foundInf);
            }
        });

    internal static void Adagrad(
        Tensor[] parameters, Tensor[] grads, Tensor[] sums, Tensor[] steps, double lr, double lrDecay, double weightDecay, double eps,
        bool maximize, Tensor? gradScale, Tensor? foundInf) =>
        Run([parameters, grads, sums], steps, foundInf, lists =>
        {
            if (!FusedFunctions.TryAdagrad([.. lists, steps], lr, lrDecay, weightDecay, eps, maximize, gradScale, foundInf))
            {
                AdagradOperator.Run(
                    lists[0], lists[1], lists[2], steps, lr, lrDecay, weightDecay, eps, maximize, gradScale, foundInf);
            }
        });

    // An addition to one number is three hundred times as much work to call as to do.
    private static unsafe void Count(Tensor[] steps)
    {
        foreach (var step in steps)
        {
            if (step.DType != DType.Float32 || step.Numel() != 1 || step.Device.Type != "cpu")
            {
                step.Add_(1);
                continue;
            }

            using var use = new Use(step);
            *(float*)step.DataPtr() += 1;
        }
    }

    // The steps are counted, where there is something that counts them, once all is known to fit.
    private static void Run(Tensor[][] lists, Tensor[] steps, Tensor? foundInf, Action<Tensor[][]> step)
    {
        Check(lists[0], lists.AsSpan(1));
        Count(steps);
        RunAlike(lists, step);

        // It was left out for a gradient that is not finite.
        if (foundInf is not null)
        {
            Array.ForEach(steps, step => step.Sub_(foundInf));
        }
    }

    // The kernels take the memory of all of them for numbers without gaps in the same order, whatever the strides are: PyTorch computes
    // nonsense where they are not, or writes beyond the memory. Such tensors are copied, and back.
    private static void RunAlike(Tensor[][] lists, Action<Tensor[][]> step)
    {
        var odd = Enumerable.Range(0, lists[0].Length).Where(i => !IsAlike(lists, i)).ToArray();
        if (odd.Length == 0)
        {
            step(lists);
            return;
        }

        var copies = Array.ConvertAll(lists, static list => list.ToArray());
        foreach (var list in copies.Where(static list => list.Length > 0))
        {
            Array.ForEach(odd, i => list[i] = list[i].Clone(MemoryFormat.ContiguousFormat));
        }

        // But for the gradients, which stay what they are.
        step(copies);
        for (var n = 0; n < lists.Length; n++)
        {
            if (n != 1 && lists[n].Length > 0)
            {
                Array.ForEach(odd, i => lists[n][i].Copy_(copies[n][i]));
            }
        }
    }

    private static bool IsAlike(Tensor[][] lists, int i)
    {
        if (Array.TrueForAll(lists, list => list.Length == 0 || list[i].IsContiguous()))
        {
            return true;
        }

        var strides = lists[0][i].Stride();
        return Array.TrueForAll(lists, list => list.Length == 0 || list[i].Stride().AsSpan().SequenceEqual(strides))
            && HasNoGaps([.. lists[0][i].Shape], strides);
    }

    private static bool HasNoGaps(long[] sizes, long[] strides)
    {
        Array.Sort(strides, sizes);
        var expected = 1L;
        for (var dim = 0; dim < sizes.Length; dim++)
        {
            if (sizes[dim] != 1 && strides[dim] != expected)
            {
                return false;
            }

            expected *= sizes[dim];
        }

        return true;
    }

    // The kernels read the memory of all of them as they read that of the parameter.
    private static void Check(Tensor[] parameters, ReadOnlySpan<Tensor[]> lists)
    {
        foreach (var list in lists)
        {
            for (var i = 0; i < list.Length; i++)
            {
                if (list[i].Numel() != parameters[i].Numel() || list[i].DType != parameters[i].DType)
                {
                    throw new TorchException(
                        $"a parameter of {parameters[i].Shape} and {parameters[i].DType} has a gradient or a state of "
                        + $"{list[i].Shape} and {list[i].DType}");
                }
            }
        }
    }
}
