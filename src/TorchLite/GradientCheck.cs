using System.Numerics;

namespace TorchLite;

/// <summary>One check of gradients, element by element: PyTorch's gradcheck in its slow mode.</summary>
internal sealed record GradientCheck(
    double Eps, double Atol, double Rtol, double NondetTol, bool CheckUndefinedGrad, bool CheckGradDtypes)
{
    private const string Undefined =
        "Please look at \"Notes about undefined output gradients\" in \"tools/autograd/derivatives.yaml\"";

    // PyTorch's words, less the advice to its own developers that follows there.
    private const string Reentrance =
        "Backward is not reentrant, i.e., running backward with same input and grad_output multiple times gives different values, "
        + "although analytical gradient matches numerical gradient.The tolerance for nondeterminism was ";

    internal static Tensor[] Differentiable(Tensor[] tensors) => [.. tensors.Where(static tensor => tensor.RequiresGrad)];

    internal static Tensor RandomLike(Tensor output, bool isApart)
    {
        var isWide = isApart && output.Numel() > 1 && output.Dim() > 0;
        Shape size = isWide ? [.. output.Shape.Take(output.Shape.Count - 1), output.Shape[^1] * 2] : output.Shape;
        var made = Torch.Empty(size, dtype: output.DType, device: output.Device);
        if (made.DType.IsComplex)
        {
            Torch.ViewAsReal(made).Uniform_(-1, 1);
        }
        else
        {
            made.Uniform_(-1, 1);
        }

        return (isWide ? made["...", "::2"] : made).Detach().RequiresGrad_();
    }

    internal bool Run(Func<Tensor[], Tensor[]> func, Tensor[] inputs)
    {
        using var mode = Torch.EnableGrad();
        CheckInputs(inputs);
        var results = Call(func, inputs);
        if (Array.Exists(results, static result => result.DType.IsComplex))
        {
            var isComplex = Array.ConvertAll(Differentiable(results), static result => result.DType.IsComplex);
            Compare(given => Parts(Call(func, given), static part => part.Imag), inputs, i => isComplex[i] ? "imaginary" : null);
            Compare(given => Parts(Call(func, given), static part => part.Real), inputs, i => isComplex[i] ? "real" : null);
        }
        else
        {
            Compare(given => Call(func, given), inputs, static _ => null, results);
        }

        // The last use of the results' graph: it is freed.
        CheckZeroBehind(Differentiable(results), Differentiable(inputs));
        if (CheckUndefinedGrad)
        {
            CheckUndefinedBehind(func, inputs);
        }

        return true;
    }

    private static Tensor[] Call(Func<Tensor[], Tensor[]> func, Tensor[] inputs)
    {
        var results = func([.. inputs]);
        ArgumentNullException.ThrowIfNull(results, nameof(func));
        Array.ForEach(results, static result => ArgumentNullException.ThrowIfNull(result, nameof(func)));
        return results;
    }

    private static Tensor[] Parts(Tensor[] results, Func<Tensor, Tensor> part) =>
        Array.ConvertAll(results, result => result.DType.IsComplex ? part(result) : result);

    private static void CheckInputs(Tensor[] inputs)
    {
        if (!Array.Exists(inputs, static input => input.RequiresGrad))
        {
            throw new TorchValueException(
                "gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.");
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].RequiresGrad && inputs[i].Stride().Zip(inputs[i].Shape).Any(static dim => dim is { First: 0, Second: > 1 }))
            {
                throw new TorchException(
                    $"The {i}th input has a dimension with stride 0. gradcheck only supports inputs that are non-overlapping to be able"
                    + " to compute the numerical gradients correctly. You should call .contiguous on the input before passing it to"
                    + " gradcheck.");
            }
        }
    }

    private void Compare(Func<Tensor[], Tensor[]> func, Tensor[] inputs, Func<int, string?> part, Tensor[]? known = null)
    {
        var results = known ?? func(inputs);
        var outputs = Differentiable(results);
        var checkedOutputs = outputs.Length > 0 ? outputs : results;
        var places = Array.ConvertAll(checkedOutputs, output => Array.FindIndex(results, result => ReferenceEquals(result, output)));
        var numerical = inputs.Where(static input => input.RequiresGrad).Select(input => Numerical(func, inputs, input, results)).ToArray();
        if (outputs.Length == 0)
        {
            if (numerical.SelectMany(static found => found).Any(static found => found is not null && found.CountNonzero().Item<long>() > 0))
            {
                throw new TorchGradcheckException("Numerical gradient for function expected to be zero");
            }

            return;
        }

        for (var i = 0; i < outputs.Length; i++)
        {
            var analytical = Analytical(outputs[i], Differentiable(inputs));
            for (var j = 0; j < analytical.Length; j++)
            {
                var (a, n) = (analytical[j], numerical[j][places[i]]!);
                var common = Torch.PromoteTypes(a.DType, n.DType);
                if (!Torch.Allclose(a.To(common), n.To(common), Rtol, Atol))
                {
                    throw new TorchGradcheckException(
                        (part(i) is { } name ? $"While considering the {name} part of complex outputs only, " : "")
                        + $"Jacobian mismatch for output {i} with respect to input {j},\nnumerical:{n}\nanalytical:{a}\n");
                }
            }
        }
    }

    // A row for each element of the input, which is moved to both sides; null where a result has no numbers to differentiate.
    private Tensor?[] Numerical(Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor input, Tensor[] results)
    {
        var rows = Array.ConvertAll(results, static _ => new List<Tensor>());
        var data = Engine.Data(input);
        foreach (var element in Elements(data))
        {
            var real = Difference(func, inputs, element, Eps);
            var imaginary = data.DType.IsComplex ? Difference(func, inputs, element, Complex.ImaginaryOne * Eps) : null;
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i].Add(imaginary is null ? real[i] : real[i] + (imaginary[i] * Complex.ImaginaryOne));
            }
        }

        return
        [
            .. results.Select((result, i) =>
                !(result.DType.IsFloatingPoint || result.DType.IsComplex) ? null
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

    private Tensor[] Difference(Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor element, Scalar step)
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
    private Tensor[] Analytical(Tensor output, Tensor[] inputs)
    {
        var (first, again) = (Columns(output, inputs), Columns(output, inputs));
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

        var (jacobians, others) = (Stacked(first, output, inputs), Stacked(again, output, inputs));
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

    private static Tensor[] Stacked(Tensor?[][] columns, Tensor output, Tensor[] inputs) =>
    [
        .. inputs.Select((input, i) => output.Numel() == 0
            ? Torch.Zeros([input.Numel(), 0], dtype: input.DType, device: input.Device)
            : Torch.Stack([.. columns[i].Select(column => (column ?? Torch.ZerosLike(input)).Reshape(-1).To(input.DType))], dim: 1)),
    ];

    private static void CheckZeroBehind(Tensor[] outputs, Tensor[] inputs)
    {
        if (outputs.Length == 0)
        {
            return;
        }

        var found = Torch.Autograd.Grad(outputs, inputs, allowUnused: true, Array.ConvertAll(outputs, static o => Torch.ZerosLike(o)));
        for (var i = 0; i < inputs.Length; i++)
        {
            var wrong = found[i] is not { } gradient ? null
                : gradient.CountNonzero().Item<long>() > 0 ? "backward not multiplied by grad_output"
                : gradient.DType != inputs[i].DType ? "grad is incorrect type"
                : gradient.Device != inputs[i].Device ? "grad is incorrect device"
                : gradient.Shape != inputs[i].Shape ? "grad is incorrect size"
                : null;
            if (wrong is not null)
            {
                throw new TorchGradcheckException(wrong);
            }
        }
    }

    // libtorch passes on no gradient for a result that is left out.
    private static void CheckUndefinedBehind(Func<Tensor[], Tensor[]> func, Tensor[] inputs)
    {
        var count = Differentiable(Call(func, inputs)).Length;
        for (var left = 0; left < count && count > 1; left++)
        {
            Tensor[] outputs = [.. Differentiable(Call(func, inputs)).Where((_, i) => i != left)];
            Tensor?[] found;
            try
            {
                found = Torch.Autograd.Grad(
                    outputs, Differentiable(inputs), allowUnused: true, Array.ConvertAll(outputs, static o => Torch.ZerosLike(o)));
            }
            catch (TorchException error)
            {
                throw new TorchGradcheckException("Expected backward function to handle undefined output grads. " + Undefined, error);
            }

            if (Array.Exists(found, static gradient => gradient is not null && gradient.CountNonzero().Item<long>() > 0))
            {
                throw new TorchGradcheckException(
                    "Expected all input grads to be undefined or zero when all output grads are undefined or zero. " + Undefined);
            }
        }
    }
}
