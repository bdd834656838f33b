using System.Numerics;

namespace TorchLite;

/// <content>Element by element.</content>
internal sealed partial record GradientCheck
{
    // A row for each element of the input, which is moved to both sides; null where a result has no numbers to differentiate.
    private Tensor?[] Numerical(Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor input, Tensor[] results)
    {
        var rows = Array.ConvertAll(results, static _ => new List<Tensor>());
        var data = Engine.Data(input);
        var step = Torch.Full([], Eps, dtype: data.DType, device: data.Device);
        foreach (var element in Elements(data))
        {
            var found = Slopes(func, inputs, element, step, step);
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i].Add(found[i]);
            }
        }

        return
        [
            .. results.Select((result, i) =>
                !result.DType.IsDifferentiable ? null
                : rows[i].Count > 0 ? Torch.Stack([.. rows[i]])
                : Torch.Zeros([0, result.Numel()], dtype: data.DType.IsComplex ? data.DType : result.DType, device: result.Device)),
        ];
    }

    private static IEnumerable<Tensor> Elements(Tensor data)
    {
        var (shape, strides) = (data.Shape.ToArray(), data.Stride().ToArray());
        for (var number = 0L; number < data.Numel(); number++)
        {
            var (rest, offset) = (number, data.StorageOffset());
            for (var dim = shape.Length - 1; dim >= 0; dim--)
            {
                offset += rest % shape[dim] * strides[dim];
                rest /= shape[dim];
            }

            yield return data.AsStrided([], [], offset);
        }
    }

    // Along a real and an imaginary step; of complex numbers it is the conjugate Wirtinger derivative.
    private Tensor[] Slopes(Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor entry, Tensor step, Tensor imaginaryStep)
    {
        var real = Difference(func, inputs, entry, step);
        if (!entry.DType.IsComplex)
        {
            return real;
        }

        var imaginary = Difference(func, inputs, entry, imaginaryStep * Complex.ImaginaryOne);
        return [.. real.Zip(imaginary, static (x, y) => x + (y * Complex.ImaginaryOne))];
    }

    private Tensor[] Difference(Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor element, Tensor step)
    {
        var origin = element.Clone();
        Tensor[] before, after;
        try
        {
            element.Copy_(origin - step);
            before = Array.ConvertAll(func(inputs), static result => result.Detach().Clone());
            element.Copy_(origin + step);
            after = Array.ConvertAll(func(inputs), static result => result.Detach().Clone());
        }
        finally
        {
            element.Copy_(origin);
        }

        if (before.Length != after.Length)
        {
            throw new TorchException($"Expected `func` to return as many outputs when inputs are perturbed by {Eps}.");
        }

        return Array.ConvertAll(before.Zip(after).ToArray(), pair => Slope(pair.First, pair.Second));
    }

    private Tensor Slope(Tensor before, Tensor after)
    {
        Scalar eps = Eps;
        if (before.Shape != after.Shape || before.DType != after.DType)
        {
            var what = before.Shape != after.Shape ? "shape" : "dtype";
            throw new TorchException(
                $"Expected `func` to return outputs with the same {what} when inputs are perturbed by {eps}, but got: {what}s "
                + (what == "shape" ? $"{before.Shape} and {after.Shape}." : $"{before.DType} and {after.DType}."));
        }

        return before.DType == DType.Bool ? before : ((after - before) / (2 * Eps)).Reshape(-1);
    }

    // A column for each element of the output, twice, to see whether it is the same each time.
    private Tensor[] Analytical(Tensor output, Tensor[] inputs) =>
        Reentrant(inputs, Columns(output, inputs), Columns(output, inputs));

    private Tensor[] Reentrant(Tensor[] inputs, Tensor?[][] first, Tensor?[][] again)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            var given = first[i].OfType<Tensor>().ToArray();
            if (CheckGradDtypes && Array.Exists(given, gradient => gradient.DType != inputs[i].DType))
            {
                throw new TorchGradcheckException("Gradient has dtype mismatch");
            }

            if (Array.Exists(given, gradient => gradient.Shape != inputs[i].Shape))
            {
                throw new TorchGradcheckException("Analytical gradient has incorrect size");
            }
        }

        var (jacobians, others) = (Stacked(first, inputs), Stacked(again, inputs));
        return jacobians.Zip(others).All(
            pair => pair.First.Numel() == 0 || !((pair.First - pair.Second).Abs().Max().Item<double>() > NondetTol))
            ? jacobians
            : throw new TorchGradcheckException($"{Reentrance}{(Scalar)NondetTol}.");
    }

    private static Tensor?[][] Columns(Tensor output, Tensor[] inputs)
    {
        var columns = Array.ConvertAll(inputs, _ => new Tensor?[output.Numel()]);
        for (var j = 0; j < output.Numel(); j++)
        {
            var behind = Torch.Zeros([output.Numel()], dtype: output.DType, device: output.Device);
            behind[j] = 1;
            var found = Torch.Autograd.Grad([output], inputs, allowUnused: true, [behind.View(output.Shape)], retainGraph: true);
            for (var i = 0; i < inputs.Length; i++)
            {
                columns[i][j] = found[i]?.Clone();
            }
        }

        return columns;
    }

    private static Tensor[] Stacked(Tensor?[][] columns, Tensor[] inputs) =>
    [
        .. inputs.Select((input, i) => columns[i].Length == 0
            ? Torch.Zeros([input.Numel(), 0], dtype: input.DType, device: input.Device)
            : Torch.Stack([.. columns[i].Select(column => (column ?? Torch.ZerosLike(input)).Reshape(-1).To(input.DType))], dim: 1)),
    ];
}
