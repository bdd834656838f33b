namespace TorchLite;

/// <content>Tools for parameters and modules.</content>
public static partial class Torch
{
    /// <summary>Neural networks: PyTorch's <c>torch.nn</c>. Its classes are in the namespace <c>TorchLite.Nn</c>.</summary>
    public static partial class Nn
    {
        /// <summary>Tools for parameters and modules: PyTorch's <c>torch.nn.utils</c>.</summary>
        public static partial class Utils;
    }
}
