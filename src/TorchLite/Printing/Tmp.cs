namespace TorchLite;
public sealed partial class Tensor { /// <inheritdoc/>
public override string ToString() => Raw.ToString(TorchSharp.TensorStringStyle.Julia); }
