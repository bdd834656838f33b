namespace TorchLite;

/// <summary>An operation that libtorch or TorchLite refuses: PyTorch's <c>RuntimeError</c>, and the base of all its errors.</summary>
/// <remarks>The message is PyTorch's own. Where libtorch gave C++ frames with it, they are in <see cref="NativeTrace"/>.</remarks>
/// <example><code>
/// Torch.Ones(2, 3).View(4)   // TorchException: shape '[4]' is invalid for input of size 6
/// </code></example>
public class TorchException : Exception
{
    /// <summary>Creates an error with PyTorch's message.</summary>
    /// <param name="message">The message.</param>
    public TorchException(string message)
        : base(message)
    {
    }

    internal TorchException(InvariantText message)
        : this(message.ToString())
    {
    }

    /// <summary>Creates an error with PyTorch's message and an inner exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public TorchException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// The C++ stack trace of the error in libtorch, or null if the error was found before libtorch was called. The frames follow, a line
    /// each, where the environment variable <c>TORCHLITE_CPP_STACKTRACES</c> is 1 when libtorch is loaded: naming them takes milliseconds
    /// an error.
    /// </summary>
    public string? NativeTrace { get; init; }
}

/// <summary>An index or a dimension that does not exist: PyTorch's <c>IndexError</c>.</summary>
/// <param name="message">PyTorch's string.</param>
/// <example><code>
/// Torch.Ones(2, 3)[5]   // TorchIndexException: index 5 is out of bounds for dimension 0 with size 2
/// </code></example>
public sealed class TorchIndexException(string message) : TorchException(message)
{
    internal TorchIndexException(InvariantText message)
        : this(message.ToString())
    {
    }
}

/// <summary>A value of the wrong type: PyTorch's <c>TypeError</c>.</summary>
/// <param name="message">PyTorch's string.</param>
/// <example><code>
/// Torch.Tensor([1]).Item&lt;string&gt;()   // TorchTypeException: a tensor element can not be read as System.String
/// </code></example>
public sealed class TorchTypeException(string message) : TorchException(message)
{
    internal TorchTypeException(InvariantText message)
        : this(message.ToString())
    {
    }
}

/// <summary>A value that is not allowed: PyTorch's <c>ValueError</c>.</summary>
/// <param name="message">PyTorch's string.</param>
/// <example><code>
/// Torch.Tensor([[1, 2], [3]])   // TorchValueException: expected sequence of length 2 at dim 1 (got 1)
/// </code></example>
public sealed class TorchValueException(string message) : TorchException(message)
{
    internal TorchValueException(InvariantText message)
        : this(message.ToString())
    {
    }
}

/// <summary>An operation that libtorch does not support for this dtype or device: PyTorch's <c>NotImplementedError</c>.</summary>
/// <param name="message">PyTorch's string.</param>
/// <example><code>
/// Torch.Tensor([[true]]).Mm(Torch.Tensor([[true]]))
/// // TorchNotImplementedException: "addmm_impl_cpu_" not implemented for 'Bool'
/// </code></example>
public sealed class TorchNotImplementedException(string message) : TorchException(message)
{
    internal TorchNotImplementedException(InvariantText message)
        : this(message.ToString())
    {
    }
}

/// <summary>An algorithm of linear algebra that failed on these numbers: PyTorch's <c>torch.linalg.LinAlgError</c>.</summary>
/// <param name="message">PyTorch's string.</param>
/// <example><code>
/// Torch.Zeros(2, 2).Inverse()   // TorchLinAlgException: linalg.inv: The diagonal element 1 is zero, the inversion could not be completed because the input matrix is singular.
/// </code></example>
public sealed class TorchLinAlgException(string message) : TorchException(message)
{
    internal TorchLinAlgException(InvariantText message)
        : this(message.ToString())
    {
    }
}

/// <summary>A check of gradients that failed: PyTorch's <c>torch.autograd.gradcheck.GradcheckError</c>.</summary>
/// <example><code>
/// var x = Torch.Tensor([2.0], dtype: DType.Float64, requiresGrad: true);
/// Torch.Autograd.Gradcheck(x => x.Detach() * 2, x)
/// // TorchGradcheckException: Numerical gradient for function expected to be zero
/// </code></example>
public sealed class TorchGradcheckException : TorchException
{
    /// <summary>Creates an error with PyTorch's message.</summary>
    /// <param name="message">The message.</param>
    public TorchGradcheckException(string message)
        : base(message)
    {
    }

    internal TorchGradcheckException(InvariantText message)
        : this(message.ToString())
    {
    }

    /// <summary>Creates an error with PyTorch's message and an inner exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public TorchGradcheckException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Memory that could not be allocated: PyTorch's <c>torch.OutOfMemoryError</c>.</summary>
/// <param name="message">PyTorch's string.</param>
/// <example><code>
/// try { Torch.Empty(1L &lt;&lt; 50).Dispose(); } catch (TorchOutOfMemoryException) { Console.WriteLine("too much"); }   // too much
/// </code></example>
public sealed class TorchOutOfMemoryException(string message) : TorchException(message)
{
    internal TorchOutOfMemoryException(InvariantText message)
        : this(message.ToString())
    {
    }
}

/// <summary>Values that <see cref="Torch.Testing"/> does not find as expected: Python's <c>AssertionError</c>.</summary>
/// <param name="message">PyTorch's string.</param>
/// <example><code>
/// Torch.Testing.AssertClose(Torch.Ones(2), Torch.Ones(3))
/// // TorchAssertionException: The values for attribute 'shape' do not match: torch.Size([2]) != torch.Size([3]).
/// </code></example>
public sealed class TorchAssertionException(string message) : TorchException(message);
