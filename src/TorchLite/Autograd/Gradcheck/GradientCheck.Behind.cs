namespace TorchLite;

/// <content>Gradients that are zero, missing, or many at once.</content>
internal sealed partial record GradientCheck
{
    private const string AtOnce = "gradcheck or gradgradcheck failed while testing batched gradient computation.";

    // Takes a gradient, and passes none on.
    private static readonly Func<Tensor, Tensor> UndefinedGrad =
        Torch.Autograd.Function.Create<Tensor, Tensor>(static (_, input) => input.ViewAs(input), static (_, _) => [null], "UndefinedGrad");

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
                : IsNotZero(gradient) ? "backward not multiplied by grad_output"
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

    private static void CheckUndefinedBehind(Func<Tensor[], Tensor[]> func, Tensor[] inputs)
    {
        var count = Differentiable(Call(func, inputs)).Length;
        Check(static _ => true);
        for (var left = 0; left < count && count > 1; left++)
        {
            Check(i => i == left);
        }

        void Check(Func<int, bool> isLeft)
        {
            var outputs = Differentiable(Call(func, inputs)).Select((output, i) => isLeft(i) ? UndefinedGrad(output) : output).ToArray();
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

            if (Array.Exists(found, IsNotZero))
            {
                throw new TorchGradcheckException(
                    "Expected all input grads to be undefined or zero when all output grads are undefined or zero. " + Undefined);
            }
        }
    }

    // Two gradients taken back in one pass must come to the same as one after the other.
    private static void CheckAtOnce(Tensor output, Tensor[] inputs, int place)
    {
        Tensor[] gradients = [Torch.RandnLike(output), Torch.RandnLike(output)];
        Tensor[] Back(Tensor gradient) =>
        [
            .. Torch.Autograd.Grad([output], inputs, allowUnused: true, [gradient], retainGraph: true)
                .Select((found, i) => found ?? Torch.ZerosLike(inputs[i])),
        ];
        CompareAtOnce(Back, gradients, AtOnce, i => (place, i));
    }

    private static void CompareAtOnce(Func<Tensor, Tensor[]> function, Tensor[] rows, string what, Func<int, (int Output, int Input)> name)
    {
        var each = Array.ConvertAll(rows, row => function(row));
        Tensor?[] found;
        try
        {
            found = Vmap.Run(given => function(given[0]), [Torch.Stack(rows)]);
        }
        catch (TorchException error) when (Vmap.IsSupported)
        {
            throw new TorchGradcheckException($"While computing batched gradients, got: {error.Message}\n\n{what}", error);
        }

        for (var i = 0; i < found.Length; i++)
        {
            var expected = Torch.Stack([.. each.Select(one => one[i])]);
            if (!Torch.Allclose(found[i]!, expected))
            {
                var (output, input) = name(i);
                throw new TorchGradcheckException(
                    $"For output {output} and input {input}:\n\n{what}\n\nGot:\n{found[i]}\n\nExpected:\n{expected}");
            }
        }
    }
}
