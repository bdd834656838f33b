namespace TorchLite;

/// <content>Numbers as operands of a tensor.</content>
public partial class Tensor
{
    /// <summary>
    /// A number as the tensor that represents it as an operand of this one: it counts for its kind only, as PyTorch's wrapped numbers do,
    /// so it takes this tensor's dtype unless its kind is wider.
    /// </summary>
    internal Tensor WrappedNumber(Scalar number)
    {
        var own = DType;
        var isHeld = number.Kind switch
        {
            ScalarKind.Boolean => true,
            ScalarKind.Integer or ScalarKind.Unsigned => own != DType.Bool,
            ScalarKind.Real => own.IsDifferentiable,
            _ => own.IsComplex,
        };
        return Torch.Full(default, isHeld ? number.CutTo(own) : number, isHeld ? own : number.NaturalDType, Device);
    }
}
