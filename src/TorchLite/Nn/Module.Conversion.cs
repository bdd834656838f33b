namespace TorchLite.Nn;

/// <content>Moving and copying a module.</content>
public abstract partial class Module
{
    /// <summary>Exchanges the memory of all parameters, their gradients and buffers: PyTorch's <c>_apply</c>.</summary>
    /// <param name="convert">Gives the new tensor of an old one.</param>
    /// <param name="recurse">Whether the modules below are converted, too.</param>
    internal void ConvertTensors(Func<Tensor, Tensor> convert, bool recurse = true)
    {
        CheckDepth();
        if (recurse)
        {
            foreach (var child in Children())
            {
                child.ConvertTensors(convert);
            }
        }

        using var _ = Torch.NoGrad();
        foreach (var (_, value) in Registered())
        {
            if (value is IUninitialized { IsUninitialized: true } lazy)
            {
                lazy.Convert(convert);
            }
            else if (value is Tensor tensor)
            {
                using var grad = tensor.Grad;
                var isMeta = tensor.IsMeta;
                tensor.Become(convert(tensor));
                if (grad is not null && isMeta == tensor.IsMeta)
                {
                    grad.Data = convert(grad);
                }
                else if (grad is not null)
                {
                    tensor.Grad = convert(grad);
                }
            }
        }
    }

    /// <summary>A module of the same class with the same values in its fields.</summary>
    internal Module ShallowCopy() => (Module)MemberwiseClone();

    /// <summary>A copy of the module and all below, where it is not made of its fields: of what libtorch holds.</summary>
    internal virtual Module? CopyWhole(DeepCopy copy) => null;

    /// <summary>Replaces, in such a copy, what belongs to the other module by copies.</summary>
    internal void DeepenCopy(DeepCopy copy)
    {
        CheckDepth();
        foreach (var member in Members())
        {
            if (member.Field.GetValue(this) is var value && copy.Of(value) is var own && !ReferenceEquals(own, value))
            {
                member.Field.SetValue(this, own);
            }
        }

        named = named is null ? null
            : new(named.Select(one => KeyValuePair.Create(one.Key, copy.Of(one.Value))), StringComparer.Ordinal);
        computed = computed is null ? null
            : new(computed.Select(one => KeyValuePair.Create(one.Key, (ComputedParameter)copy.Of(one.Value)!)), StringComparer.Ordinal);
        hooks = hooks?.Copy();
    }
}
