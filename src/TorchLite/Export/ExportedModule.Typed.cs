using TorchLite.Jit;
using TorchLite.Nn;

namespace TorchLite.Export;

/// <summary>An exported model of one input, which stands wherever a module of that type does.</summary>
internal sealed class ExportedModule<T, TResult> : Module<T, TResult>
{
    private readonly ProgramInModule program;
    private readonly Func<T, (object?[] Arguments, IReadOnlyDictionary<string, object?>? Named)> open;

    internal ExportedModule(ExportedProgram program)
    {
        open = (program.Positional.Children.Length, program.Named.Children.Length) switch
        {
            (1, 0) => static input => ([input], null),
            (0, > 0) => static input => ([], GivenAs.Dictionary(input)),
            (var count, 0) when typeof(T).IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple)) =>
                input => (GivenAs.Items(input, count), null),
            _ => throw program.TakesOthers(typeof(T)),
        };
        this.program = new(program, this);
    }

    /// <inheritdoc/>
    protected internal override string ClassName => "GraphModule";

    /// <inheritdoc/>
    protected override TResult Forward(T input)
    {
        var (arguments, named) = open(input);
        return ResultOf.As<TResult>(program.Run(arguments, named));
    }
}

/// <summary>An exported model of two inputs.</summary>
internal sealed class ExportedModule<T1, T2, TResult> : Module<T1, T2, TResult>
{
    private readonly ProgramInModule program;

    internal ExportedModule(ExportedProgram program)
    {
        program.CheckTakes(typeof(T1), typeof(T2));
        this.program = new(program, this);
    }

    /// <inheritdoc/>
    protected internal override string ClassName => "GraphModule";

    /// <inheritdoc/>
    protected override TResult Forward(T1 input1, T2 input2) => ResultOf.As<TResult>(program.Run([input1, input2], null));
}

/// <summary>An exported model of three inputs.</summary>
internal sealed class ExportedModule<T1, T2, T3, TResult> : Module<T1, T2, T3, TResult>
{
    private readonly ProgramInModule program;

    internal ExportedModule(ExportedProgram program)
    {
        program.CheckTakes(typeof(T1), typeof(T2), typeof(T3));
        this.program = new(program, this);
    }

    /// <inheritdoc/>
    protected internal override string ClassName => "GraphModule";

    /// <inheritdoc/>
    protected override TResult Forward(T1 input1, T2 input2, T3 input3) =>
        ResultOf.As<TResult>(program.Run([input1, input2, input3], null));
}
