namespace TorchLite.Nn;

/// <summary>One deep copy: what was copied already is there once again, not twice.</summary>
internal sealed class DeepCopy
{
    private readonly Dictionary<object, object> copies = new(ReferenceEqualityComparer.Instance);

    /// <summary>Notes a copy that was made elsewhere.</summary>
    internal void Add(object value, object copy) => copies[value] = copy;

    internal object? Of(object? value)
    {
        if (value is null || copies.TryGetValue(value, out var known) && (value = known) is not null)
        {
            return value;
        }

        switch (value)
        {
            case Module module:
                if (module.CopyWhole(this) is { } whole)
                {
                    return copies[module] = whole;
                }

                var copy = module.ShallowCopy();
                copies[module] = copy;
                copy.DeepenCopy(this);
                return copy;
            case ComputedParameter computed:
                // Its module is the one that is being copied.
                return copies[computed] = computed.Of((Module)Of(computed.Owner)!);
            case Tensor tensor:
                return copies[tensor] = Of(tensor);
            case Array array when array.Rank == 1
                && Array.Exists((object?[]?)(array as object?[]) ?? [], static item => item is Module or Tensor):
                var items = (object?[])array.Clone();
                copies[array] = items;
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = Of(items[i]);
                }

                return items;
            default:
                return value;
        }
    }

    private static Tensor Of(Tensor tensor)
    {
        if (tensor is IUninitialized { IsUninitialized: true } lazy)
        {
            return lazy.NewOne();
        }

        if (!tensor.IsLeaf)
        {
            throw new TorchException(
                "Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.");
        }

        using var elements = tensor.Detach();
        var values = elements.Clone();
        Tensor copy = tensor switch
        {
            Parameter => new Parameter(values, tensor.RequiresGrad),
            Buffer buffer => new Buffer(values.RequiresGrad_(tensor.RequiresGrad), buffer.Persistent),
            _ => values.RequiresGrad_(tensor.RequiresGrad),
        };
        using var grad = tensor.Grad;
        copy.Grad = grad?.Detach().Clone();
        return copy;
    }
}
