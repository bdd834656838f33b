namespace TorchLite.Nn;

/// <content>Modules that take their shapes from the first input.</content>
public abstract partial class Module
{
    private bool isPrepared;

    /// <summary>Whether a parameter or buffer of the module itself has no shape yet.</summary>
    internal bool HasNoShapes => Registered().Any(static one => one.Value is IUninitialized { IsUninitialized: true });

    /// <summary>Gives the parameters and buffers of a lazy module the shapes that suit an input.</summary>
    internal virtual void Infer(Tensor input)
    {
    }

    /// <summary>What a class of which there is a lazy one does first in each call.</summary>
    private protected void Prepare(Tensor input)
    {
        if (isPrepared)
        {
            return;
        }

        if (this is ILazyModule)
        {
            Infer(input);
        }

        isPrepared = true;
    }
}
