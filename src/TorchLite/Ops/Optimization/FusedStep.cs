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
        Check(parameters, grads, momentumBuffers);
        SgdOperator.Run(
            parameters, grads, momentumBuffers, weightDecay, momentum, lr, dampening, nesterov, maximize, isFirstStep, gradScale, foundInf);
    }

    internal static void Adam(
        bool isDecayDecoupled, Tensor[] parameters, Tensor[] grads, Tensor[] averages, Tensor[] squares, Tensor[] greatestSquares,
        Tensor[] steps, double lr, double beta1, double beta2, double weightDecay, double eps, bool amsgrad, bool maximize, Tensor? gradScale,
        Tensor? foundInf)
    {
        Check(parameters, grads, averages, squares, greatestSquares);
        (isDecayDecoupled ? AdamWOperator : AdamOperator).Run(
            parameters, grads, averages, squares, greatestSquares, steps, lr, beta1, beta2, weightDecay, eps, amsgrad, maximize, gradScale,
            foundInf);
    }

    internal static void Adagrad(
        Tensor[] parameters, Tensor[] grads, Tensor[] sums, Tensor[] steps, double lr, double lrDecay, double weightDecay, double eps,
        bool maximize, Tensor? gradScale, Tensor? foundInf)
    {
        Check(parameters, grads, sums);
        AdagradOperator.Run(parameters, grads, sums, steps, lr, lrDecay, weightDecay, eps, maximize, gradScale, foundInf);
    }

    // The kernels read the memory of all of them as they read that of the parameter.
    private static void Check(Tensor[] parameters, params ReadOnlySpan<Tensor[]> lists)
    {
        foreach (var list in lists)
        {
            for (var i = 0; i < list.Length; i++)
            {
                if (list[i].Numel() != parameters[i].Numel() || list[i].DType != parameters[i].DType)
                {
                    throw new TorchException(
                        $"a parameter of {parameters[i].Shape} and {parameters[i].DType} has a gradient or a state of {list[i].Shape} and {list[i].DType}");
                }
            }
        }
    }
}
