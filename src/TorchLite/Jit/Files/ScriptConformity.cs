namespace TorchLite.Jit;

/// <summary>
/// Whether the objects of an archive are as their classes say: libtorch puts what the pickle has where the class says that something
/// else is.
/// </summary>
/// <param name="classes">The classes of the archive.</param>
internal sealed class ScriptConformity(IReadOnlyDictionary<string, ScriptClass> classes)
{
    private const int Deepest = 200;

    // A value may be named in many places: what was looked at is not looked at again, and there is an end to looking.
    private readonly HashSet<PickledObject> known = new(ReferenceEqualityComparer.Instance);
    private int looks = 50_000_000;

    /// <summary>Looks at an object and all below.</summary>
    /// <exception cref="TorchFileException">It is not of its class.</exception>
    internal void Check(PickledObject value, int depth = 0)
    {
        if (!known.Add(value))
        {
            return;
        }

        if (!classes.TryGetValue(value.Class, out var own))
        {
            // A class of libtorch's own, which makes itself of the state.
            if (!value.Class.StartsWith("__torch__.torch.classes.", StringComparison.Ordinal))
            {
                throw new TorchFileException(
                    $"the TorchScript archive has an object of the class {value.Class}, of which it has no source");
            }

            return;
        }

        if (depth > Deepest)
        {
            throw new TorchFileException("the modules of the TorchScript archive are nested too deep");
        }

        if (own.Methods.Exists(static method => method.Name == "__setstate__"))
        {
            return;
        }

        var state = (value.State as PickledDict)?.Items.Where(static one => one.Key is string)
            .GroupBy(static one => (string)one.Key!).ToDictionary(static group => group.Key, static group => group.Last().Value)
            ?? throw new TorchFileException($"an object of {value.Class} in the TorchScript archive has no attributes");
        foreach (var attribute in own.Attributes.Where(static one => one.Constant is null))
        {
            if (!state.TryGetValue(attribute.Name, out var part) || !Is(part, attribute.Type, depth))
            {
                throw new TorchFileException(
                    $"the attribute '{attribute.Name}' of {value.Class} in the TorchScript archive is no {attribute.Type}");
            }
        }
    }

    private bool Is(object? value, ScriptType type, int depth)
    {
        if (--looks < 0)
        {
            throw new TorchFileException("the TorchScript archive names the same values again and again");
        }

        switch (type.Name, value)
        {
            case ("Tensor", var tensor):
                return tensor is PickledTensor;
            case ("int", var number):
                return number is long;
            case ("float", var number):
                return number is double;
            case ("bool", var flag):
                return flag is bool;
            case ("str", var text):
                return text is string;
            case ("complex", var complex):
                return complex is System.Numerics.Complex;
            case ("Device", var device):
                return device is Device;
            case ("NoneType", var none):
                return none is null;
            case ("Optional", var some) when type.Of.Length == 1:
                return some is null || Is(some, type.Of[0], depth + 1);
            case ("List", var list) when type.Of.Length == 1:
                return list is List<object?> items && items.TrueForAll(item => Is(item, type.Of[0], depth + 1));
            case ("Dict", var dict) when type.Of.Length == 2:
                return dict is PickledDict pairs && pairs.Items.TrueForAll(one =>
                    Is(one.Key, type.Of[0], depth + 1) && Is(one.Value, type.Of[1], depth + 1));
            case ("Tuple", var tuple):
                return tuple is object?[] parts && parts.Length == type.Of.Length
                    && parts.Zip(type.Of).All(pair => Is(pair.First, pair.Second, depth + 1));
            case ("Union", _):
                return Array.Exists(type.Of, one => Is(value, one, depth + 1));
            case (var name, PickledObject inner):
                if (classes.TryGetValue(name, out var declared) && declared.Base is not "Interface" && inner.Class != name)
                {
                    return false;
                }

                Check(inner, depth + 1);
                return true;
            case (var name, object?[] fields):
                return !classes.TryGetValue(name, out var named) || named.Base != "NamedTuple"
                    || (fields.Length == named.Attributes.Count
                        && fields.Zip(named.Attributes).All(pair => Is(pair.First, pair.Second.Type, depth + 1)));
            default:
                return !classes.TryGetValue(type.Name, out var other) || other.Base is not ("Module" or "NamedTuple");
        }
    }
}
