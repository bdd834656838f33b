namespace TorchLite.Nn.Utils.Parametrize;

/// <summary>What is asked of parametrizations.</summary>
internal static class ParametrizationChecks
{
    internal static void IsParametrization(Module module, bool isFirst)
    {
        if (module is not Module<Tensor, Tensor> && !(isFirst && module is Module<Tensor[], Tensor> and IRightInverses))
        {
            throw new TorchValueException(
                $"A parametrization is a Module<Tensor, Tensor>{(isFirst ? ", or a Module<Tensor[], Tensor> with IRightInverses" : "")}; "
                + $"{module.ClassName} is neither.");
        }
    }

    /// <summary>A parametrization does not change the dtype or shape, unless it is registered as one that may.</summary>
    internal static void Same<T>(string what, string name, T before, T after)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after))
        {
            var (unparametrized, parametrized) = name.Length == 0
                ? ($"unparametrized {what}", $"parametrized {what}")
                : ($"module.{name}.{what}", $"parametrization(module.{name}).{what}");
            throw new TorchValueException(
                $"Registering a parametrization may not change the {what} of the tensor, unless {(name.Length == 0 ? "" : "the ")}`unsafe` flag "
                + $"is enabled.\n{unparametrized}: {before}\n{parametrized}: {after}");
        }
    }

    internal static void SameOfInverse<T>(string what, string name, T before, T after)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after))
        {
            throw new TorchValueException(
                $"The tensor returned by parametrization.right_inverse must have the same {what} as module.{name}, unless the `unsafe` flag is "
                + $"enabled.\nmodule.{name}.{what}: {before}\nreturned {what}: {after}");
        }
    }
}
