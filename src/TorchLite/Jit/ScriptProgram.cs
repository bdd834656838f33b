using TorchLite.Nn;

namespace TorchLite.Jit;

/// <summary>What the modules of one archive share: libtorch's modules, the classes, and how each method is called.</summary>
internal sealed class ScriptProgram
{
    // Far more than a model has; an archive of classes within one another would fill the memory.
    private const int MostModules = 100_000;
    private const int Deepest = 300;

    private readonly ScriptArchive archive;
    private readonly AdapterWriter adapters;
    private readonly Lock synchronizing = new();
    private readonly Dictionary<(string Path, string Name), ScriptBinding> methods = [];
    private readonly Dictionary<(string Path, string Name), (string Get, string? Set)> attributes = [];
    private int modules;

    // What stands in libtorch's modules: the tensors by the objects behind them, those that the model itself puts there by the paths of
    // their modules, and whether each module trains.
    private readonly List<Slot> slots = [];
    private readonly Dictionary<string, List<Slot>> written = new(StringComparer.Ordinal);
    private readonly List<(ScriptModule Module, bool Trains)> parts = [];

    private ScriptProgram(ScriptArchive archive, Device? device)
    {
        this.archive = archive;
        adapters = new(archive.Classes);
        Root = ClassNamed(archive.Module.Class);
        Prepare("", Root, 0);
        var image = archive.Image(adapters.Source(Root.Name));
        Tree = ScriptTree.Load(image.Length, image.ReadAt, image.ToArray, device);
        ExtraFiles = archive.ExtraFiles();
        Trains = Root.Find("training") is not null;
    }

    /// <summary>libtorch's modules. That of the archive is below the adapter.</summary>
    internal ScriptTree Tree { get; }

    /// <summary>The class of the outermost module.</summary>
    internal ScriptClass Root { get; }

    internal object?[] Constants => archive.Constants;

    internal IReadOnlyDictionary<string, byte[]> ExtraFiles { get; }

    /// <summary>Whether it can be in training: what is frozen can not.</summary>
    internal bool Trains { get; }

    /// <summary>Whether it was made for functions, whose messages know no module.</summary>
    internal bool IsUnit { get; set; }

    /// <summary>The adapter's class.</summary>
    internal string Adapter => archive.Adapter;

    /// <summary>Reads an archive.</summary>
    /// <param name="stream">Where it stands.</param>
    /// <param name="device">Where its tensors go; null: where they were.</param>
    /// <param name="allowed">The operators that it may call; null: all.</param>
    /// <exception cref="TorchFileException">It is none, or damaged.</exception>
    internal static ScriptModule Load(Stream stream, Device? device, IEnumerable<string>? allowed)
    {
        // In inference mode parameters could not be trained.
        using var normal = Torch.InferenceMode(false);
        using var off = Torch.NoGrad();
        var archive = ScriptArchive.Read(stream);
        if (allowed is not null)
        {
            ScriptOperators.Check(archive.Tokens, archive.Classes, allowed);
        }

        new ScriptConformity(archive.Classes).Check(archive.Module);
        var program = new ScriptProgram(archive, device);
        return program.Modules();
    }

    /// <summary>The path of a module among those of <see cref="Tree"/>.</summary>
    internal static string InTree(string path) => path.Length == 0 ? "module" : $"module.{path}";

    internal ScriptClass ClassNamed(string name) => archive.Classes.GetValueOrDefault(name) is { Base: "Module" } known ? known
        : throw new TorchFileException($"the TorchScript archive has no source of the module {name}");

    internal bool IsModule(ScriptType type) => archive.Classes.GetValueOrDefault(type.Name) is { Base: "Module" };

    /// <summary>How a method is called.</summary>
    internal ScriptBinding? Method(string path, string name) => methods.GetValueOrDefault((path, name));

    /// <summary>The source of a method as PyTorch shows it.</summary>
    internal string Code(ScriptClass known, string path, ScriptSignature method) => Tree.Print(InTree(path), method.Name)
        ?? ScriptNumbering.Own(method.Code, known.Attributes.Select(static one => one.Name));

    /// <summary>Whether values of a type can be passed.</summary>
    internal bool Knows(ScriptType type) => adapters.Knows(type);

    internal ScriptClass? Tuple(string name) => adapters.Tuple(name);

    /// <summary>The value of an attribute, as libtorch has it now.</summary>
    internal object? Get(string path, ScriptAttribute attribute)
    {
        if (!attributes.TryGetValue((path, attribute.Name), out var adapter))
        {
            throw Unknown(attribute.Name, attribute.Type);
        }

        return new ValueReader(Call("", adapter.Get, []), Tuple).Read(attribute.Type);
    }

    /// <summary>Sets an attribute.</summary>
    internal void Set(string path, ScriptAttribute attribute, object? value)
    {
        if (!attributes.TryGetValue((path, attribute.Name), out var adapter) || adapter.Set is not { } set)
        {
            throw Unknown(attribute.Name, attribute.Type);
        }

        var writer = new ValueWriter(Tuple);
        if (!writer.Add(value, attribute.Type))
        {
            throw new TorchTypeException(
                $"the attribute '{attribute.Name}' is a {attribute.Type}, not a {value?.GetType().Name ?? "null"}");
        }

        foreach (var tensor in Call("", set, writer.ToTensors()))
        {
            tensor?.Dispose();
        }
    }

    /// <summary>Calls a method of the adapter that takes and gives tensors.</summary>
    internal Tensor?[] Call(string module, string method, Tensor[] given)
    {
        using var arguments = new MethodArguments();
        arguments.Add(given);
        return Call(module, method, arguments);
    }

    /// <summary>Calls a method.</summary>
    /// <exception cref="TorchException">It fails.</exception>
    internal Tensor?[] Call(string module, string method, MethodArguments arguments) => Call(Tree, module, method, arguments);

    /// <summary>Calls a method of a module among those of this archive, or made of them.</summary>
    /// <exception cref="TorchException">It fails.</exception>
    internal Tensor?[] Call(ScriptTree tree, string module, string method, MethodArguments arguments)
    {
        try
        {
            return Script.CallMethod(tree[module], method, arguments);
        }
        catch (TorchException error) when (ScriptErrors.Of(error, Adapter) is var told && !ReferenceEquals(told, error))
        {
            throw told;
        }
        finally
        {
            GC.KeepAlive(tree);
        }
    }

    /// <summary>Lets libtorch's modules have what the modules here have now.</summary>
    internal void Synchronize()
    {
        lock (synchronizing)
        {
            for (var i = 0; i < parts.Count && Trains; i++)
            {
                if (parts[i] is var (module, trains) && module.Training != trains)
                {
                    Train(module);
                }
            }

            foreach (var slot in slots)
            {
                slot.Push(Tree);
            }
        }
    }

    /// <summary>Takes over the tensors that the model itself put in the place of others.</summary>
    internal void TakeWritten()
    {
        foreach (var (path, own) in written)
        {
            foreach (var (name, handle) in Tree.Attributes(InTree(path)))
            {
                var slot = own.Find(one => one.Name == name);
                if (slot is null || !slot.Take(handle))
                {
                    LibTorch.Delete(handle);
                }
            }
        }
    }

    private TorchException Unknown(string name, ScriptType type) =>
        new($"the attribute '{name}' is a {type}, which can not be passed between TorchScript and .NET");

    // How the methods and attributes of a module and those below it are called.
    private void Prepare(string path, ScriptClass known, int depth)
    {
        if (++modules > MostModules || depth > Deepest)
        {
            throw new TorchFileException("the TorchScript archive has too many modules within modules");
        }

        foreach (var method in known.Callable)
        {
            // With its hooks it may give something else.
            var whole = method with { Result = known.ResultOf(method) };
            var refused = method.Parameters.Select(static one => one.Type).Append(method.Result).Append(whole.Result)
                .FirstOrDefault(type => !adapters.Knows(type));
            var isDirect = ScriptBinding.IsDirect(method) && !known.HooksOf(method.Name).Any();
            methods[(path, method.Name)] = new(
                Printed(path, whole), isDirect || refused is not null ? null : adapters.Call(path, known, method), refused);
        }

        foreach (var attribute in known.Attributes)
        {
            if (IsModule(attribute.Type))
            {
                Prepare(path.Length == 0 ? attribute.Name : $"{path}.{attribute.Name}", ClassNamed(attribute.Type.Name), depth + 1);
            }
            else if (attribute.Constant is null && attribute.Name is not ("training" or "_is_full_backward_hook")
                && !known.Parameters.Contains(attribute.Name) && !known.Buffers.Contains(attribute.Name) && adapters.Knows(attribute.Type))
            {
                var isWord = char.IsLetter(attribute.Name[0]) || attribute.Name[0] == '_';
                attributes[(path, attribute.Name)] = (adapters.Get(path, attribute), isWord ? adapters.Set(path, attribute) : null);
            }
        }
    }

    // Of a function that was compiled its own source, not that of the method that calls it.
    private ScriptSignature Printed(string path, ScriptSignature method) =>
        path.Length == 0 && Root.Name == "__torch__.Unit"
            && archive.Functions.TryGetValue($"__torch__.functions.{method.Name}", out var function)
            ? method with { Code = function.Code } : method;

    // The modules here, with libtorch's tensors, which then are those of the parameters and buffers.
    private ScriptModule Modules()
    {
        var tensors = Tree.Tensors("module", areParameters: true).Concat(Tree.Tensors("module", areParameters: false))
            .GroupBy(static one => one.Name).ToDictionary(static one => one.Key, static one => one.First().Handle);
        var root = new ScriptModule(this, Root, "");
        Fill(root, tensors, []);
        foreach (var left in tensors.Values)
        {
            LibTorch.Delete(left);
        }

        return root;
    }

    private void Fill(ScriptModule module, Dictionary<string, nint> tensors, Dictionary<nint, Tensor> known)
    {
        if (Trains)
        {
            module.Training = module.Definition.Find("training") is null || Exports.IsTraining(Tree[InTree(module.Path)]);
            CppGuard.Check();
            parts.Add((module, module.Training));
        }

        foreach (var attribute in module.Definition.Attributes)
        {
            var path = module.Path.Length == 0 ? attribute.Name : $"{module.Path}.{attribute.Name}";
            var isParameter = module.Definition.Parameters.Contains(attribute.Name);
            if (IsModule(attribute.Type))
            {
                var child = new ScriptModule(this, ClassNamed(attribute.Type.Name), path);
                module.RegisterModule(attribute.Name, child);
                Fill(child, tensors, known);
            }
            else if (isParameter || module.Definition.Buffers.Contains(attribute.Name))
            {
                Add(module, attribute.Name, isParameter, tensors.Remove(path, out var handle) ? handle : 0, known);
            }
        }
    }

    private void Add(ScriptModule module, string name, bool isParameter, nint handle, Dictionary<nint, Tensor> known)
    {
        Tensor? value = null;
        if (handle != 0)
        {
            using var own = Tensor.Wrap(handle);
            var place = Slot.Behind(own);
            if (!known.TryGetValue(place, out value))
            {
                // libtorch's very tensor, which a list of the model's may hold besides.
                using var empty = Torch.Empty([0], own.DType, default(Device));
                known[place] = value = isParameter ? new Parameter(empty, requiresGrad: false) : new Nn.Buffer(empty);
                Tensor.Swap(value, own);
            }
        }

        if (isParameter)
        {
            module.RegisterParameter(name, value as Parameter);
        }
        else
        {
            module.RegisterBuffer(name, value);
        }

        var slot = new Slot(module, name);
        slots.Add(slot);
        if (module.Definition.Written.Contains(name))
        {
            (written.TryGetValue(module.Path, out var same) ? same : written[module.Path] = []).Add(slot);
        }
    }

    // libtorch sets the mode of all below, too.
    private void Train(ScriptModule module)
    {
        Exports.Train(Tree[InTree(module.Path)], module.Training);
        CppGuard.Check();
        var below = module.Path.Length == 0 ? "" : module.Path + ".";
        for (var i = 0; i < parts.Count; i++)
        {
            if (ReferenceEquals(parts[i].Module, module) || parts[i].Module.Path.StartsWith(below, StringComparison.Ordinal))
            {
                parts[i] = (parts[i].Module, module.Training);
            }
        }
    }

    /// <summary>A parameter or buffer of a module here, and the tensor that libtorch's module has for it.</summary>
    private sealed class Slot(ScriptModule module, string name)
    {
        private nint pushed = module.ItemNamed(name) is Tensor first ? Behind(first) : 0;

        internal string Name => name;

        /// <summary>libtorch's object behind a tensor.</summary>
        internal static unsafe nint Behind(Tensor tensor)
        {
            using var use = new Use(tensor);
            return *(nint*)use.Handle;
        }

        /// <summary>Gives libtorch's module the tensor, unless it has it.</summary>
        internal unsafe void Push(ScriptTree tree)
        {
            if (module.ItemNamed(name) is Tensor tensor)
            {
                using var use = new Use(tensor);
                var behind = *(nint*)use.Handle;
                if (behind != pushed)
                {
                    Exports.SetAttribute(tree[InTree(module.Path)], name, use.Handle);
                    CppGuard.Check();
                    pushed = behind;
                }
            }
        }

        /// <summary>Takes what libtorch's module has; false where it is what is here.</summary>
        internal unsafe bool Take(nint handle)
        {
            if (*(nint*)handle == pushed || module.ItemNamed(name) is not Tensor tensor)
            {
                return false;
            }

            pushed = *(nint*)handle;
            using var written = Tensor.Wrap(handle);
            Tensor.Swap(tensor, written);
            return true;
        }
    }
}
