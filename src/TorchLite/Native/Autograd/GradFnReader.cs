namespace TorchLite.Native;

/// <summary>The name of the operation that recorded a tensor, through C++ functions that libtorch exports.</summary>
internal static unsafe class GradFnReader
{
    private static readonly nint GradFnFunction = CppSymbols.GradFn.Function;

    /// <summary>C++'s <c>torch::autograd::Node::name()</c>, as it stands in the tables of functions.</summary>
    internal static readonly nint NameFunction = CppSymbols.NodeName.Address;

    private static readonly nint CallName = CppGuard.Protect(NameFunction);

    /// <summary>
    /// The name that Python shows; null for a leaf, and where the functions are not exported. As in PyTorch it is <c>Invalid</c> for a
    /// view whose history is lost, made or changed while nothing was recorded.
    /// </summary>
    internal static string? Name(Tensor tensor)
    {
        try
        {
            Update(tensor);
        }
        catch (TorchException)
        {
            return "Invalid";
        }

        using var use = new Use(tensor);
        return IsSupported && *Pointer(use) is not 0 and var node ? NameOf(node) : null;
    }

    /// <summary>Whether libtorch exports what is asked for here.</summary>
    internal static bool IsSupported => GradFnFunction != 0 && NameFunction != 0;

    /// <summary>The operation that recorded a tensor; null for a leaf. Only where this is supported.</summary>
    /// <exception cref="TorchException">The tensor is a view whose history is lost.</exception>
    internal static NodeHandle? Node(Tensor tensor)
    {
        Update(tensor);
        using var use = new Use(tensor);
        return Pointer(use) is var pointer && *pointer == 0 ? null : NodeHandle.Share(pointer);
    }

    /// <summary>The operation that recorded a tensor; for a leaf that requires a gradient, the one that will gather it.</summary>
    internal static NodeHandle NodeOrAccumulator(Tensor tensor)
    {
        if (Node(tensor) is { } node)
        {
            return node;
        }

        using var recording = Torch.InferenceMode(false);
        using var view = Gate.Direct(static t => Exports.Unsqueeze(t, 0), tensor);
        using var after = Node(view)!;
        return after.Next()[0].Node!;
    }

    // Asking a view for its grad_fn brings its history up to date. Where that is impossible libtorch throws, and through its plain C++
    // function this would end the process. Recording an operation does the same inside TorchSharp's catch.
    private static void Update(Tensor tensor)
    {
        using var recording = Torch.InferenceMode(false);
        var view = Gate.Ask(static t => Exports.Unsqueeze(t, 0), tensor); // no tensor of ours, which a scope of the user's would hold
        LibTorch.Delete(view != 0 ? view : throw Exports.LastError());
    }

    // const std::shared_ptr<Node>& TensorBase::grad_fn() const: the address of a pair whose first word is the node.
    private static nint* Pointer(Use tensor) => Pointer(tensor.Handle);

    /// <summary>The address of the shared pointer to the operation; of a tensor that is no view, which libtorch would update.</summary>
    internal static nint* Pointer(nint tensor)
    {
        var pointer = ((delegate* unmanaged<nint, nint*>)GradFnFunction)(tensor);
        CppGuard.Check();
        return pointer;
    }

    /// <summary>The name that Python shows of a node, which the caller keeps alive.</summary>
    internal static string NameOf(nint node) => CustomNode.NameOf(node) ?? PythonName(NativeName(node));

    /// <summary>Python's name for one of C++'s.</summary>
    internal static string PythonName(string name) => name switch
    {
        // Arithmetic with a number is an operator of its own in C++; Python makes a tensor of the number, and so names that one.
        "AddBackward1" => "AddBackward0",
        "SubBackward1" => "SubBackward0",
        "MulBackward1" => "MulBackward0",
        "DivBackward1" => "DivBackward0",
        "DivBackward3" => "DivBackward2",
        _ => name,
    };

    /// <summary>
    /// Whether a node is arithmetic with a number, which in C++ leads to one operation, and in Python to a second that is none.
    /// </summary>
    internal static bool HasNumber(nint node, int edges) => edges == 1 && NativeName(node) is var name && PythonName(name) != name;

    /// <summary>The name that C++ has for a node, without its namespace.</summary>
    internal static string NativeName(nint node)
    {
        var name = CppString.ReturnedBy(CallName, node);
        return name[(name.LastIndexOf(':') + 1)..];
    }
}
