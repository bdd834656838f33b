namespace TorchLite;

/// <content>The first values of weights.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        /// <summary>The first values of weights, by functions that change a tensor: PyTorch's <c>torch.nn.init</c>.</summary>
        /// <remarks>They draw the random numbers that PyTorch draws, and take no part in gradients.</remarks>
        public static partial class Init
        {
        }
    }
}
