namespace TorchLite;

/// <content>Scopes that end the tensors made in them.</content>
public static partial class Torch
{
    /// <summary>Opens a scope: the tensors made on this thread until its end are disposed there, but for those it keeps.</summary>
    /// <returns>The scope, for a <c>using</c>.</returns>
    /// <example><code>
    /// using var scope = Torch.Scope();
    /// var sum = Torch.Ones(3) + Torch.Ones(3);
    /// sum   // tensor([2., 2., 2.])
    /// </code></example>
    public static TensorScope Scope() => new(ScopeFrame.Open());

    /// <summary>Runs code in its own scope: what it returns is kept, every other tensor that it created is disposed.</summary>
    /// <typeparam name="T">A tensor, a tuple or list of tensors, or anything else.</typeparam>
    /// <param name="body">The code.</param>
    /// <returns>What the code returned.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    /// <example><code>
    /// Torch.Tidy(() => (Torch.Ones(2) + 1).Pow(2))   // tensor([4., 4.])
    /// </code></example>
    public static T Tidy<T>(Func<T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var scope = Scope();
        var result = body();
        Keep(result, scope);
        return result;

        static void Keep(object? value, TensorScope scope)
        {
            switch (value)
            {
                case Tensor tensor:
                    scope.Keep(tensor);
                    break;
                case System.Runtime.CompilerServices.ITuple tuple:
                    for (var i = 0; i < tuple.Length; i++)
                    {
                        Keep(tuple[i], scope);
                    }

                    break;
                case IEnumerable<Tensor> tensors:
                    foreach (var tensor in tensors)
                    {
                        scope.Keep(tensor);
                    }

                    break;
            }
        }
    }
}
