namespace TorchLite.Probe.Torture;

/// <summary>A call that works, and what it answers when nothing disturbs it.</summary>
internal sealed record KnownCall(Operation Operation, Recipe[] Arguments, string Answer)
{
    private const int CallsPerOperation = 3;
    private const int Attempts = 300;
    private const int EnoughErrors = 2;

    // An error costs a thousand times what a result costs, so what add takes is tried first on add_ and on the function of that name.
    private static readonly Dictionary<string, List<Recipe[]>> Hints = [];

    /// <summary>Whether it works long enough on a tensor that a collection falls into it.</summary>
    internal bool IsLong => Arguments.Any(static argument => argument.ToString().Contains(Recipes.Large, StringComparison.Ordinal));

    public override string ToString() => $"{Operation.Name} of ({string.Join(", ", Arguments.Select(static a => a.ToString()))})";

    /// <summary>Looks for calls that the operation takes, with all arguments kept alive and nothing else running.</summary>
    internal static List<KnownCall> Learn(Operation operation, Random random, int enough = CallsPerOperation)
    {
        var fitting = Array.ConvertAll(operation.Parameters, Recipes.For);
        var found = new List<KnownCall>();
        if (fitting.Any(static recipes => recipes.Length == 0))
        {
            return found;
        }

        var tried = new HashSet<string>();
        var errors = 0;
        var hints = Hints.TryGetValue(Key(operation), out var given) ? given : Hints[Key(operation)] = [];
        for (var attempt = -hints.Count; attempt < Attempts && found.Count < enough; attempt++)
        {
            var arguments = attempt < 0 ? hints[^-attempt] : Choose(operation, fitting, attempt, random);
            if (!tried.Add(string.Join('|', arguments.Select(static a => a.ToString()))))
            {
                continue;
            }

            if (Ask(operation, arguments) is not { } answer)
            {
                if (++errors > EnoughErrors && found.Count > 0)
                {
                    break;
                }
            }
            else
            {
                var again = Ask(operation, arguments);
                if (again != answer)
                {
                    throw new InvalidOperationException(
                        $"{operation.Name} answers {answer}, then {again}: "
                        + $"a random result belongs into {nameof(Exceptions)}.{nameof(Exceptions.Varying)}");
                }

                found.Add(new KnownCall(operation, arguments, answer));
            }
        }

        hints.AddRange(found.Select(static call => call.Arguments).Except(hints));

        return found;
    }

    /// <summary>Calls once more; null where the answer is right.</summary>
    internal string? Repeat(Recipe[] arguments, HashSet<Tensor> shared, bool dispose)
    {
        string actual;
        try
        {
            var result = Operation.Call(arguments);
            actual = Snapshot.Of(result, Exceptions.IsVarying(Operation));
            if (dispose)
            {
                Snapshot.Dispose(result, shared);
            }
        }
        catch (Exception error)
        {
            actual = $"{error.GetType().Name}: {error.Message}";
        }

        return actual == Answer ? null : $"{this}\n  expected {Answer}\n  actual   {actual}";
    }

    private static string Key(Operation operation) =>
        operation.Method.Name.TrimEnd('_') + string.Join(',', operation.Parameters.Select(static p => p.Type.ToString()));

    private static string? Ask(Operation operation, Recipe[] recipes)
    {
        var kept = new List<object?>();
        var keeping = Array.ConvertAll(recipes, recipe => new Recipe(recipe.ToString(), () =>
        {
            var made = recipe.Make();
            kept.Add(made);
            return made;
        }));
        try
        {
            return Snapshot.Of(operation.Call(keeping), Exceptions.IsVarying(operation));
        }
        catch (Exception error) when (error is not NullReferenceException)
        {
            return null; // not for these arguments
        }
        finally
        {
            GC.KeepAlive(kept);
        }
    }

    // First all tensors alike and everything else as it is by default, then whatever comes.
    private static Recipe[] Choose(Operation operation, Recipe[][] fitting, int attempt, Random random)
    {
        var kinds = Recipes.Tensors.Length;
        var chosen = new Recipe[fitting.Length];
        for (var i = 0; i < chosen.Length; i++)
        {
            var isTensor = operation.Parameters[i].Type == typeof(Tensor) && operation.Parameters[i].Info is not { HasDefaultValue: true };
            chosen[i] = attempt < kinds && isTensor ? fitting[i][attempt % fitting[i].Length]
                : attempt < kinds || (operation.Parameters[i].Info is { HasDefaultValue: true } && random.Next(2) == 0) ? fitting[i][0]
                : fitting[i][random.Next(fitting[i].Length)];
        }

        return chosen;
    }
}
