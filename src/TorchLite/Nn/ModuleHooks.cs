namespace TorchLite.Nn;

/// <summary>All hooks of a module. Most modules have none, and no such object.</summary>
internal sealed class ModuleHooks
{
    internal HookDictionary<Func<Module, object?[], object?[]?>> BeforeForward { get; private init; } = new();

    internal HookDictionary<Func<Module, object?[], object?, object?>> AfterForward { get; private init; } = new();

    /// <summary>Those of <see cref="AfterForward"/> that run after a failure, too.</summary>
    internal HookDictionary<Func<Module, object?[], object?, object?>> Always { get; private init; } = new();

    internal HookDictionary<Func<Module, Tensor?[], Tensor?[]?>> BeforeBackward { get; private init; } = new();

    internal HookDictionary<Func<Module, Tensor?[], Tensor?[], Tensor?[]?>> AfterBackward { get; private init; } = new();

    internal HookDictionary<Action<Module, string, bool>> BeforeSave { get; private init; } = new();

    internal HookDictionary<Action<Module, StateDict, string>> AfterSave { get; private init; } = new();

    internal HookDictionary<Action<Module, StateLoading, string>> BeforeLoad { get; private init; } = new();

    internal HookDictionary<Action<Module, IncompatibleKeys>> AfterLoad { get; private init; } = new();

    /// <summary>Whether a call has to look at them.</summary>
    internal bool AreCalled => BeforeForward.Now.Length + AfterForward.Now.Length + BeforeBackward.Now.Length + AfterBackward.Now.Length > 0;

    /// <summary>The same functions for a copy of the module, from where each handle of these removes none.</summary>
    internal ModuleHooks Copy() => new()
    {
        BeforeForward = BeforeForward.Copy(),
        AfterForward = AfterForward.Copy(),
        Always = Always.Copy(),
        BeforeBackward = BeforeBackward.Copy(),
        AfterBackward = AfterBackward.Copy(),
        BeforeSave = BeforeSave.Copy(),
        AfterSave = AfterSave.Copy(),
        BeforeLoad = BeforeLoad.Copy(),
        AfterLoad = AfterLoad.Copy(),
    };
}
