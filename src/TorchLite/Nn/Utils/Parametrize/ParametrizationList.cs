using System.Collections;
using System.Globalization;

namespace TorchLite.Nn.Utils.Parametrize;

/// <summary>
/// The modules that make a parameter's value, one after the other, and the tensors of which they make it: PyTorch's
/// <c>torch.nn.utils.parametrize.ParametrizationList</c>.
/// </summary>
/// <example><code>
/// class Symmetric : Module&lt;Tensor, Tensor&gt;
/// {
///     protected override Tensor Forward(Tensor x) =&gt; x.Triu() + x.Triu(1).T;
/// }
/// var linear = Torch.Nn.Utils.Parametrize.RegisterParametrization(new Linear(2, 2), "weight", new Symmetric());
/// var list = Torch.Nn.Utils.Parametrize.ParametrizationsOf(linear, "weight");
/// list.Count                           // 1
/// list[0]                              // Symmetric()
/// list.Original.Shape                  // torch.Size([2, 2])
/// list.Originals.Count                 // 1
/// list.Unsafe                          // False
/// list.Call().Equal(linear.Weight)     // True
/// list.RightInverse(Torch.Ones(2, 2))  // TorchException: parametrization Symmetric does not implement right_inverse.
/// </code></example>
public class ParametrizationList : Module, IReadOnlyList<Module>
{
    private readonly List<string> originals = [];

    internal ParametrizationList(Module first, Parameter original, bool isUnsafe)
    {
        Unsafe = isUnsafe;
        var (shape, dtype) = (original.Shape, original.DType);
        using (Torch.NoGrad())
        {
            Add(first);
            if (first is IRightInverses several)
            {
                foreach (var part in several.RightInverse(original))
                {
                    AddOriginal(new Parameter(part, original.RequiresGrad));
                }

                IsTensor = false;
            }
            else
            {
                var start = first is IRightInverse inverse ? Invert(inverse, original) : original;
                Check(start.DType == original.DType, "dtype", original.DType, start.DType);
                Check(start.Device == original.Device, "device", original.Device, start.Device);
                if (!ReferenceEquals(start, original))
                {
                    original.Data = start;
                }

                AddOriginal(original);
            }
        }

        if (!isUnsafe)
        {
            var made = Call();
            ParametrizationChecks.Same("dtype", "", dtype, made.DType);
            ParametrizationChecks.Same("shape", "", shape, made.Shape);
        }

        static void Check(bool isSame, string what, object before, object after)
        {
            if (!isSame)
            {
                throw new TorchValueException(
                    $"When `right_inverse` outputs one tensor, it may not change the {what}.\noriginal.{what}: {before}\n"
                    + $"right_inverse(original).{what}: {after}");
            }
        }
    }

    /// <summary>The number of modules.</summary>
    public int Count { get; private set; }

    /// <summary>The tensor of which the value is made, where it is one: PyTorch's <c>original</c>.</summary>
    /// <exception cref="TorchValueException">There are several.</exception>
    public Parameter Original => IsTensor ? Originals[0]
        : throw new TorchValueException("the parametrization is in terms of several tensors: Originals has them");

    /// <summary>The tensors of which the value is made: PyTorch's <c>original0</c>, <c>original1</c>, ….</summary>
    public IReadOnlyList<Parameter> Originals => [.. originals.Select(name => (Parameter)NamedItems[name]!)];

    /// <summary>Whether a parametrization may change shape or dtype.</summary>
    public bool Unsafe { get; internal set; }

    internal bool IsTensor { get; } = true;

    /// <summary>The module at a place.</summary>
    /// <param name="index">The place.</param>
    public Module this[int index] => (Module)NamedItems[Name(index)]!;

    /// <summary>Makes the value.</summary>
    /// <returns>The value of the parameter.</returns>
    public Tensor Call()
    {
        var value = IsTensor ? ((Module<Tensor, Tensor>)this[0]).Call(Original) : ((Module<Tensor[], Tensor>)this[0]).Call([.. Originals]);
        for (var i = 1; i < Count; i++)
        {
            value = ((Module<Tensor, Tensor>)this[i]).Call(value);
        }

        return value;
    }

    /// <summary>Sets the tensors so that this becomes the value: what assigning a parametrized tensor does in Python.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="TorchException">A module does not tell how.</exception>
    /// <exception cref="TorchValueException">What a module gives has another dtype, or is of another number.</exception>
    public void RightInverse(Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var _ = Torch.NoGrad();
        for (var i = Count - 1; i > 0 || (i == 0 && IsTensor); i--)
        {
            value = this[i] is IRightInverse inverse ? inverse.RightInverse(value) : throw NoInverse(this[i]);
        }

        Tensor[] parts = IsTensor ? [value]
            : this[0] is IRightInverses several ? several.RightInverse(value) : throw NoInverse(this[0]);
        var all = Originals;
        if (parts.Length != all.Count)
        {
            throw new TorchValueException(
                $"'right_inverse' must return a sequence of tensors of length {all.Count}. Got a sequence of length {parts.Length}.");
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].DType != all[i].DType)
            {
                throw new TorchValueException(
                    IsTensor ? $"The tensor returned by `right_inverse` has dtype {parts[i].DType} while `original` has dtype {all[i].DType}"
                    : $"Tensor {i} returned by `right_inverse` has dtype {parts[i].DType} while `original{i}` has dtype {all[i].DType}");
            }

            all[i].Data = parts[i];
        }
    }

    /// <summary>The modules one after the other.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<Module> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(Module module)
    {
        ParametrizationChecks.IsParametrization(module, Count == 0);
        NamedItems[Name(Count)] = module;
        Count++;
    }

    /// <summary>Computes from the tensors of another list, which both have then.</summary>
    internal void TakeOriginals(ParametrizationList other)
    {
        foreach (var name in originals)
        {
            NamedItems[name] = other.NamedItems[name];
        }
    }

    private protected override IEnumerable<string> ChildLines() => ItemList.Lines(this);

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static Tensor Invert(IRightInverse inverse, Tensor value)
    {
        try
        {
            return inverse.RightInverse(value);
        }
        catch (TorchNotImplementedException)
        {
            return value;
        }
    }

    private static TorchException NoInverse(Module module) =>
        new($"parametrization {module.ClassName} does not implement right_inverse.");

    private void AddOriginal(Parameter original)
    {
        originals.Add(this[0] is IRightInverses ? $"original{originals.Count}" : "original");
        NamedItems[originals[^1]] = original;
    }
}
