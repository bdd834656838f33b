namespace TorchLite;

/// <content>The functions of neural networks.</content>
public static partial class Torch
{
    /// <summary>What neural networks are made of, as functions: PyTorch's <c>torch.nn</c>. The layers are in <c>TorchLite.Nn</c>.</summary>
    public static partial class Nn
    {
        /// <summary>
        /// The layers of neural networks without their parameters, which are given instead: PyTorch's <c>torch.nn.functional</c>.
        /// </summary>
        public static partial class Functional
        {
        }
    }
}
