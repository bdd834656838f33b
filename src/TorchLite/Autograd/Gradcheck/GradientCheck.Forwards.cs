using System.Numerics;

namespace TorchLite;

/// <content>Forward-mode derivatives.</content>
internal sealed partial record GradientCheck
{
    private void Forwards(Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[] results)
    {
        if (!Array.Exists(inputs, static input => input.DType.IsComplex))
        {
            One(func, inputs, results, static (_, _) => "");
            return;
        }

        // As a function of the one part of the complex inputs, and of the other.
        var isComplex = Array.ConvertAll(Differentiable(inputs), static input => input.DType.IsComplex);
        Half("imaginary", static input => input.Imag, static (part, whole) => whole.Real + (part * Complex.ImaginaryOne));
        Half("real", static input => input.Real, static (part, whole) => part + (whole.Imag * Complex.ImaginaryOne));

        void Half(string name, Func<Tensor, Tensor> part, Func<Tensor, Tensor, Tensor> join)
        {
            Tensor[] Joined(Tensor[] given) =>
                func([.. given.Select((one, i) => inputs[i].DType.IsComplex ? join(one, inputs[i]) : one)]);
            var parts = Array.ConvertAll(inputs, input => input.DType.IsComplex ? part(input) : input);
            One(
                Joined, parts, Call(Joined, parts),
                (_, i) => isComplex[i] ? $"While considering the {name} part of complex inputs only, " : "");
        }

        void One(Func<Tensor[], Tensor[]> function, Tensor[] given, Tensor[] found, Func<int, int, string> part)
        {
            Compare(given => Call(function, given), given, found, part, isForward: true);
            if (CheckUndefinedGrad)
            {
                CheckUndefinedTangents(function, given);
            }
        }
    }

    // For each differentiable input a row an element, of each result; null where a result has no numbers to differentiate.
    private Tensor?[][] Forward(Func<Tensor[], Tensor[]> func, Tensor[] inputs, Tensor[] results) =>
    [
        .. Torch.Autograd.PlacesOfRecorded(inputs).Select(i =>
        {
            var unit = Torch.Eye(inputs[i].Numel(), dtype: inputs[i].DType, device: inputs[i].Device);
            var rows = unit.Unbind().Select(direction => Along(func, inputs, i, direction)).ToArray();
            return results.Select((result, k) =>
                !result.DType.IsDifferentiable ? null
                : rows.Length > 0 ? Torch.Stack([.. rows.Select(row => row[k]!)])
                : Torch.Zeros([0, result.Numel()], dtype: result.DType, device: result.Device)).ToArray();
        }),
    ];

    // The derivatives of all results along one direction of one input.
    private Tensor?[] Along(Func<Tensor[], Tensor[]> func, Tensor[] inputs, int which, Tensor direction)
    {
        using var level = Torch.Autograd.ForwardAd.DualLevel();
        return Array.ConvertAll(
            Call(func, Duals(inputs, i => i == which ? direction.ViewAs(inputs[i]) : Torch.ZerosLike(inputs[i]))),
            result =>
            {
                if (!result.DType.IsDifferentiable)
                {
                    return null;
                }

                var (value, tangent) = Torch.Autograd.ForwardAd.UnpackDual(result);
                return !CheckGradDtypes || tangent is null || tangent.DType.IsComplex == value.DType.IsComplex
                    ? (tangent ?? Torch.ZerosLike(value)).Detach().Reshape(-1).Clone()
                    : throw new TorchGradcheckException("Forward AD gradient has dtype mismatch.");
            });
    }

    private static Tensor[] Duals(Tensor[] inputs, Func<int, Tensor?> tangent) =>
    [
        .. inputs.Select((input, i) =>
            !input.RequiresGrad ? input
            : tangent(i) is { } along ? Torch.Autograd.ForwardAd.MakeDual(input.Detach(), along)
            : input.Detach()),
    ];

    // An input without a tangent must come to the same as one whose tangent is zero.
    private void CheckUndefinedTangents(Func<Tensor[], Tensor[]> func, Tensor[] inputs)
    {
        var directions = new Generator();
        var along = Array.ConvertAll(inputs, input => input.RequiresGrad ? Vector(input, directions).View(input.Shape) : input);
        foreach (var which in Torch.Autograd.PlacesOfRecorded(inputs))
        {
            using var level = Torch.Autograd.ForwardAd.DualLevel();
            var zero = Call(func, Duals(inputs, i => i == which ? Torch.ZerosLike(inputs[i]) : along[i]));
            var none = Call(func, Duals(inputs, i => i == which ? null : along[i]));
            for (var k = 0; k < zero.Length; k++)
            {
                if (zero[k].DType.IsDifferentiable && Torch.Autograd.ForwardAd.UnpackDual(zero[k]).Tangent is { } one
                    && Torch.Autograd.ForwardAd.UnpackDual(none[k]).Tangent is { } other && !Torch.Allclose(one, other))
                {
                    throw new TorchGradcheckException(
                        $"('Mismatch in tangent values for output with index: ', {k}, ' when input: ', {inputs[which]}, "
                        + $"' has an undefined tangent value. ', ' Got: ', {one}, ' but expected: ', {other})");
                }
            }
        }
    }

    // Two directions in one pass must come to the same as one after the other.
    private static void CheckForwardAtOnce(Func<Tensor[], Tensor[]> func, Tensor[] inputs)
    {
        foreach (var which in Torch.Autograd.PlacesOfRecorded(inputs))
        {
            Tensor[] directions = [Torch.RandnLike(inputs[which]), Torch.RandnLike(inputs[which])];
            CompareAtOnce(
                direction =>
                {
                    using var level = Torch.Autograd.ForwardAd.DualLevel();
                    return Array.ConvertAll(
                        Call(func, Duals(inputs, i => i == which ? direction : null)),
                        static result => Torch.Autograd.ForwardAd.UnpackDual(result) is var (value, tangent) && tangent is not null
                            ? tangent : Torch.ZerosLike(value));
                },
                directions, "gradcheck failed while testing batched gradient computation with forward-mode AD.", static i => (i, i));
        }
    }
}
