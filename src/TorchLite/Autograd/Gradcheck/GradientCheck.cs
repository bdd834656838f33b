namespace TorchLite;

/// <summary>One check of gradients: PyTorch's gradcheck.</summary>
internal sealed partial record GradientCheck(
    double Eps, double Atol, double Rtol, double NondetTol, bool CheckUndefinedGrad, bool CheckGradDtypes, bool CheckBatchedGrad,
    bool CheckBatchedForwardGrad, bool CheckForwardAd, bool CheckBackwardAd, bool FastMode)
{
    private const string Undefined =
        "Please look at \"Notes about undefined output gradients\" in \"tools/autograd/derivatives.yaml\"";

    // PyTorch's words, less the advice to its own developers that follows there.
    private const string Reentrance =
        "Backward is not reentrant, i.e., running backward with same input and grad_output multiple times gives different values, "
        + "although analytical gradient matches numerical gradient.The tolerance for nondeterminism was ";

    internal static Tensor[] Differentiable(Tensor[] tensors) => [.. tensors.Where(static tensor => tensor.RequiresGrad)];

    /// <summary>Refuses a choice of checks that is none.</summary>
    internal static void Refuse(string? wrong)
    {
        if (wrong is not null)
        {
            throw new ArgumentException(wrong);
        }
    }

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
        Refuse(
            !CheckForwardAd && !CheckBackwardAd ? "Expected at least one of check_forward_ad or check_backward_ad to be True"
            : CheckBatchedGrad && !CheckBackwardAd ? "Setting check_batched_grad=True requires check_backward_ad to be True"
            : CheckBatchedForwardGrad && !CheckForwardAd ? "Setting check_batched_forward_grad=True requires check_forward_ad to be True"
            : null);
        using var mode = Torch.EnableGrad();
        CheckInputs(inputs);
        var results = Call(func, inputs);
        var outputs = Differentiable(results);
        if (CheckBackwardAd)
        {
            Backwards(func, inputs, results);
        }

        if (CheckForwardAd)
        {
            Forwards(func, inputs, results);
        }

        if (CheckBatchedForwardGrad)
        {
            CheckForwardAtOnce(func, inputs);
        }

        if (!CheckBackwardAd)
        {
            return true;
        }

        for (var i = 0; i < outputs.Length && CheckBatchedGrad; i++)
        {
            CheckAtOnce(outputs[i], Differentiable(inputs), i);
        }

        // The last use of the results' graph: it is freed.
        CheckZeroBehind(outputs, Differentiable(inputs));
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
                    + $" to compute the numerical gradients correctly. You should call .contiguous on the input before passing it to"
                    + $" gradcheck.");
            }
        }
    }

    private void Backwards(Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[] results)
    {
        if (!Array.Exists(results, static result => result.DType.IsComplex))
        {
            Compare(given => Call(func, given), inputs, results, static (_, _) => "", isForward: false);
            return;
        }

        var isComplex = Array.ConvertAll(Differentiable(results), static result => result.DType.IsComplex);
        Half("imaginary", static result => result.Imag);
        Half("real", static result => result.Real);

        void Half(string name, Func<Tensor, Tensor> part)
        {
            Tensor[] Parts(Tensor[] given) => Array.ConvertAll(Call(func, given), result => result.DType.IsComplex ? part(result) : result);
            Compare(
                Parts, inputs, Parts(inputs),
                (output, _) => isComplex[output] ? $"While considering the {name} part of complex outputs only, " : "", isForward: false);
        }
    }

    // Of each differentiable input, each differentiable result.
    private void Compare(
        Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[] results, Func<int, int, string> part, bool isForward)
    {
        if (FastMode)
        {
            CompareFast(func, inputs, results, part, isForward);
            return;
        }

        var outputs = Differentiable(results);
        var numerical = Array.ConvertAll(Differentiable(inputs), input => Numerical(func, inputs, input, results));
        if (outputs.Length == 0)
        {
            if (numerical.SelectMany(static found => found).Any(IsNotZero))
            {
                throw ShouldBeFlat;
            }

            return;
        }

        var places = Places(results, outputs);
        var forward = isForward ? Forward(func, inputs, results) : [];
        for (var i = 0; i < outputs.Length; i++)
        {
            var analytical = isForward ? Array.ConvertAll(forward, found => found[places[i]]!)
                : Analytical(outputs[i], Differentiable(inputs));
            for (var j = 0; j < analytical.Length; j++)
            {
                var (a, n) = (analytical[j], numerical[j][places[i]]!);
                if (!IsClose(a, n, Atol))
                {
                    throw new TorchGradcheckException(Mismatch(part(i, j), i, j, a, n, isForward));
                }
            }
        }
    }

    private static TorchGradcheckException ShouldBeFlat => new("Numerical gradient for function expected to be zero");

    private static bool IsNotZero(Tensor? found) => found is not null && found.CountNonzero().Item<long>() > 0;

    private static int[] Places(Tensor[] results, Tensor[] outputs) =>
        Array.ConvertAll(outputs, output => Array.FindIndex(results, result => ReferenceEquals(result, output)));

    private bool IsClose(Tensor analytical, Tensor numerical, double atol)
    {
        var common = Torch.PromoteTypes(analytical.DType, numerical.DType);
        return Torch.Allclose(analytical.To(common), numerical.To(common), Rtol, atol);
    }

    private static string Mismatch(string part, int output, int input, Tensor analytical, Tensor numerical, bool isForward) =>
        $"{part}Jacobian {(isForward ? "computed with forward mode " : "")}mismatch for output {output} with respect to input {input},\n"
        + $"numerical:{numerical}\nanalytical:{analytical}\n";
}
