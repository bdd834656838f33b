using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TorchLite.Nn;

/// <content>What a module is made of.</content>
public abstract partial class Module
{
    // What was registered by name, not by a member of the class.
    private OrderedDictionary<string, object?>? named;

    /// <summary>Whether what was registered by name comes before the class's own members: the items of a container do.</summary>
    private protected virtual bool ItemsFirst => false;

    /// <summary>Registers a parameter under a name, for names that are not known to the class: PyTorch's <c>register_parameter</c>.</summary>
    /// <param name="name">The name, without points.</param>
    /// <param name="param">The parameter; null: the name is taken, and nothing is there.</param>
    /// <exception cref="ArgumentException">
    /// The name is empty, has a point, or is that of a member that cannot hold a parameter.
    /// </exception>
    public void RegisterParameter(string name, Parameter? param) => Register(CheckName(name, "parameter"), param);

    /// <summary>Registers a buffer under a name: PyTorch's <c>register_buffer</c>.</summary>
    /// <param name="name">The name, without points.</param>
    /// <param name="tensor">The buffer, or a tensor to make one of; null: the name is taken, and nothing is there.</param>
    /// <param name="persistent">Whether it is a part of the state dict.</param>
    /// <exception cref="ArgumentException">The name is empty, has a point, or is that of a member that cannot hold a buffer.</exception>
    public void RegisterBuffer(string name, Tensor? tensor, bool persistent = true) => Register(
        CheckName(name, "buffer"),
        tensor is null || tensor is Buffer buffer && buffer.Persistent == persistent ? tensor : new Buffer(tensor, persistent));

    /// <summary>Registers a module under a name: PyTorch's <c>register_module</c>.</summary>
    /// <param name="name">The name, without points.</param>
    /// <param name="module">The module; null: the name is taken, and nothing is there.</param>
    /// <exception cref="ArgumentException">The name is empty, has a point, or is that of a member that cannot hold the module.</exception>
    public void RegisterModule(string name, Module? module) => Register(CheckName(name, "module"), module);

    /// <inheritdoc cref="RegisterModule"/>
    public void AddModule(string name, Module? module) => RegisterModule(name, module);

    /// <summary>The parts of the module by their names, each once: PyTorch's <c>named_children</c>.</summary>
    /// <returns>The modules, in the order of their declaration.</returns>
    public IEnumerable<(string Name, Module Module)> NamedChildren()
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (name, value) in Registered())
        {
            if (value is Module module && seen.Add(module))
            {
                yield return (name, module);
            }
        }
    }

    /// <summary>The parts of the module, each once: PyTorch's <c>children</c>.</summary>
    /// <returns>The modules, in the order of their declaration.</returns>
    public IEnumerable<Module> Children() => NamedChildren().Select(static child => child.Module);

    /// <summary>This module and all below it, by their paths: PyTorch's <c>named_modules</c>.</summary>
    /// <param name="prefix">What the paths begin with.</param>
    /// <param name="removeDuplicate">Whether a module that stands in several places comes once.</param>
    /// <returns>The modules, each before its parts; the first has the prefix for its path.</returns>
    public IEnumerable<(string Name, Module Module)> NamedModules(string prefix = "", bool removeDuplicate = true)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var found = new List<(string, Module)>();
        Walk(prefix, removeDuplicate ? new(ReferenceEqualityComparer.Instance) : null, found);
        return found;
    }

    /// <summary>This module and all below it, each once: PyTorch's <c>modules</c>.</summary>
    /// <returns>The modules, each before its parts.</returns>
    public IEnumerable<Module> Modules() => NamedModules().Select(static module => module.Module);

    /// <summary>The parameters by their paths: PyTorch's <c>named_parameters</c>.</summary>
    /// <param name="prefix">What the paths begin with.</param>
    /// <param name="recurse">Whether those of the modules below are among them.</param>
    /// <param name="removeDuplicate">Whether a parameter that stands in several places (tied weights) comes once.</param>
    /// <returns>The parameters.</returns>
    public IEnumerable<(string Name, Parameter Parameter)> NamedParameters(
        string prefix = "", bool recurse = true, bool removeDuplicate = true) => Named<Parameter>(prefix, recurse, removeDuplicate);

    /// <summary>The parameters, each once, as an optimizer takes them: PyTorch's <c>parameters</c>.</summary>
    /// <param name="recurse">Whether those of the modules below are among them.</param>
    /// <returns>The parameters.</returns>
    public IEnumerable<Parameter> Parameters(bool recurse = true) =>
        NamedParameters(recurse: recurse).Select(static named => named.Parameter);

    /// <summary>The buffers by their paths: PyTorch's <c>named_buffers</c>.</summary>
    /// <param name="prefix">What the paths begin with.</param>
    /// <param name="recurse">Whether those of the modules below are among them.</param>
    /// <param name="removeDuplicate">Whether a buffer that stands in several places comes once.</param>
    /// <returns>The buffers.</returns>
    public IEnumerable<(string Name, Buffer Buffer)> NamedBuffers(
        string prefix = "", bool recurse = true, bool removeDuplicate = true) => Named<Buffer>(prefix, recurse, removeDuplicate);

    /// <summary>The buffers, each once: PyTorch's <c>buffers</c>.</summary>
    /// <param name="recurse">Whether those of the modules below are among them.</param>
    /// <returns>The buffers.</returns>
    public IEnumerable<Buffer> Buffers(bool recurse = true) => NamedBuffers(recurse: recurse).Select(static named => named.Buffer);

    /// <summary>The module at a path: PyTorch's <c>get_submodule</c>.</summary>
    /// <param name="target">The path, such as <c>"layers.0.fc1"</c>; empty: this module.</param>
    /// <returns>The module.</returns>
    /// <exception cref="KeyNotFoundException">There is nothing, or no module.</exception>
    public Module GetSubmodule(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var module = this;
        foreach (var name in target.Length == 0 ? [] : target.Split('.'))
        {
            module = module.Find(name) as Module ?? throw new KeyNotFoundException($"`{name}` is not an nn.Module");
        }

        return module;
    }

    /// <summary>Puts a module in the place of another: PyTorch's <c>set_submodule</c>.</summary>
    /// <param name="target">The path, such as <c>"layers.0.fc1"</c>.</param>
    /// <param name="module">The module that is to stand there.</param>
    /// <exception cref="ArgumentException">The path is empty, or the member there cannot hold this module.</exception>
    /// <exception cref="KeyNotFoundException">There is no module on the way.</exception>
    public void SetSubmodule(string target, Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        if (string.IsNullOrEmpty(target))
        {
            throw new ArgumentException("Cannot set the submodule without a target name!", nameof(target));
        }

        var point = target.LastIndexOf('.');
        GetSubmodule(target[..Math.Max(point, 0)]).Register(target[(point + 1)..], module);
    }

    /// <summary>The parameter at a path: PyTorch's <c>get_parameter</c>.</summary>
    /// <param name="target">The path, such as <c>"layers.0.weight"</c>.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="KeyNotFoundException">There is nothing, or no parameter.</exception>
    public Parameter GetParameter(string target)
    {
        var (owner, name) = Owner(target);
        return owner.Find(name) as Parameter ?? throw new KeyNotFoundException($"`{name}` is not an nn.Parameter");
    }

    /// <summary>The buffer at a path: PyTorch's <c>get_buffer</c>.</summary>
    /// <param name="target">The path, such as <c>"bn1.running_mean"</c>.</param>
    /// <returns>The buffer.</returns>
    /// <exception cref="KeyNotFoundException">There is nothing, or no buffer.</exception>
    public Buffer GetBuffer(string target)
    {
        var (owner, name) = Owner(target);
        return owner.Find(name) as Buffer ?? throw new KeyNotFoundException($"`{name}` is not a buffer");
    }

    /// <summary>Sets the gradients of all parameters back: PyTorch's <c>zero_grad</c>.</summary>
    /// <param name="setToNone">Whether to remove them; otherwise they become zeros.</param>
    public void ZeroGrad(bool setToNone = true)
    {
        foreach (var parameter in Parameters().Where(static parameter => parameter is not IUninitialized { IsUninitialized: true }))
        {
            parameter.ZeroGrad(setToNone);
        }
    }

    internal static string CheckName(string name, string kind)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length == 0 ? throw new ArgumentException($"{kind} name can't be empty string \"\"", nameof(name))
            : !name.Contains('.', StringComparison.Ordinal) ? name
            : throw new ArgumentException(
                kind == "module" ? $"module name can't contain \".\", got: {name}" : $"{kind} name can't contain \".\"", nameof(name));
    }

    /// <summary>Everything that is there: the class's members in the order of declaration, and what was registered by name.</summary>
    internal IEnumerable<(string Name, object Value)> Registered()
    {
        if (ItemsFirst)
        {
            foreach (var one in Items())
            {
                yield return one;
            }
        }

        foreach (var member in Members())
        {
            if (!IsMoved(member) && member.Registered(this) is { } value)
            {
                yield return (member.Name, value);
            }
        }

        if (!ItemsFirst)
        {
            foreach (var one in Items())
            {
                yield return one;
            }
        }
    }

    /// <summary>What was registered by this name; null: nothing.</summary>
    internal object? ItemNamed(string name) => named?.GetValueOrDefault(name);

    /// <summary>What was registered by name.</summary>
    private protected OrderedDictionary<string, object?> NamedItems => named ??= new(StringComparer.Ordinal);

    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The annotation of Module holds for all classes that derive from it.")]
    internal ModuleMember[] Members() => ModuleMember.Of(GetType());

    private IEnumerable<(string Name, object Value)> Items()
    {
        foreach (var (name, value) in named ?? [])
        {
            if ((value is ModuleMember moved ? moved.Registered(this) : value) is { } item and not ComputedParameter)
            {
                yield return (name, item);
            }
        }
    }

    private bool IsMoved(ModuleMember member) => named is not null && named.TryGetValue(member.Name, out var value) && value is ModuleMember;

    // As in Python, where what is registered anew comes last; of a member only its place is there.
    private void MoveToEnd(string name)
    {
        object? value = Declared(name) is { } member ? member : NamedItems[name];
        NamedItems.Remove(name);
        NamedItems[name] = value;
    }

    private ModuleMember? Declared(string name) => Array.Find(Members(), member => member.IsRegistered && member.Name == name);

    /// <summary>Puts a value where the name is: in the class's member of that name, or among what was registered by name.</summary>
    internal void Register(string name, object? value)
    {
        if (Declared(name) is not { } declared)
        {
            NamedItems[name] = value;
        }
        else if (value is null || declared.Field.FieldType.IsInstanceOfType(value))
        {
            declared.Field.SetValue(this, value);
        }
        else
        {
            throw new ArgumentException(
                $"attribute '{name}' already exists: it is a {declared.Field.FieldType.Name.Split('`')[0]} of {GetType().Name}, which cannot "
                + $"hold a {value.GetType().Name.Split('`')[0]}", nameof(name));
        }
    }

    // A module that is a part of itself would end the process.
    private static void CheckDepth()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new TorchException("maximum recursion depth exceeded");
        }
    }

    private object Find(string name) => Registered().FirstOrDefault(one => one.Name == name).Value
        ?? throw new KeyNotFoundException($"{ClassName} has no attribute `{name}`");

    private (Module Owner, string Name) Owner(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var point = target.LastIndexOf('.');
        return (GetSubmodule(target[..Math.Max(point, 0)]), target[(point + 1)..]);
    }

    private void Walk(string prefix, HashSet<object>? seen, List<(string, Module)> found)
    {
        if (seen is not null && !seen.Add(this))
        {
            return;
        }

        CheckDepth();
        found.Add((prefix, this));
        foreach (var (name, value) in Registered())
        {
            (value as Module)?.Walk(prefix.Length == 0 ? name : $"{prefix}.{name}", seen, found);
        }
    }

    private IEnumerable<(string Name, T Value)> Named<T>(string prefix, bool recurse, bool removeDuplicate)
        where T : Tensor
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (path, module) in recurse ? NamedModules(prefix, removeDuplicate) : [(prefix, this)])
        {
            foreach (var (name, value) in module.Registered())
            {
                if (value is T tensor && (!removeDuplicate || seen.Add(tensor)))
                {
                    yield return (path.Length == 0 ? name : $"{path}.{name}", tensor);
                }
            }
        }
    }
}
