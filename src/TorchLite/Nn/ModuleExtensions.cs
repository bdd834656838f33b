namespace TorchLite.Nn;

/// <summary>What gives the module itself, as the type that it is: <c>new Mlp().Eval()</c> is an <c>Mlp</c>.</summary>
public static class ModuleExtensions
{
    /// <summary>The methods of all modules.</summary>
    /// <typeparam name="T">The module's class.</typeparam>
    /// <param name="module">The module.</param>
    extension<T>(T module)
        where T : Module
    {
        /// <summary>Sets the module and all below it to training: PyTorch's <c>train</c>.</summary>
        /// <param name="mode">Whether to train; false is <c>Eval</c>.</param>
        /// <returns>The module.</returns>
        /// <example><code>
        /// new Dropout(0.5).Train(false).Training   // False
        /// </code></example>
        public T Train(bool mode = true)
        {
            module.SetTraining(mode);
            return module;
        }

        /// <summary>Sets the module and all below it to evaluation: PyTorch's <c>eval</c>.</summary>
        /// <returns>The module.</returns>
        /// <example><code>
        /// new Dropout(0.5).Eval().Call(Torch.Ones(2))   // tensor([1., 1.])
        /// </code></example>
        public T Eval() => module.Train(false);

        /// <summary>Calls a function with each module below, and then with this one: PyTorch's <c>apply</c>.</summary>
        /// <param name="fn">The function, such as one that sets the initial weights.</param>
        /// <returns>The module.</returns>
        /// <example><code>
        /// Sequential net = [new Linear(2, 2), new ReLU()];
        /// var names = new List&lt;string&gt;();
        /// net.Apply(m =&gt; names.Add(m.GetType().Name));
        /// string.Join(" ", names)   // Linear ReLU Sequential
        /// </code></example>
        public T Apply(Action<Module> fn)
        {
            ArgumentNullException.ThrowIfNull(fn);
            foreach (var child in module.Children())
            {
                child.Apply(fn);
            }

            fn(module);
            return module;
        }

        /// <summary>Sets whether the parameters get gradients, as to freeze them: PyTorch's <c>requires_grad_</c>.</summary>
        /// <param name="requiresGrad">Whether they do.</param>
        /// <returns>The module.</returns>
        /// <example><code>
        /// new Linear(2, 1).RequiresGrad_(false).Weight.RequiresGrad   // False
        /// </code></example>
        public T RequiresGrad_(bool requiresGrad = true)
        {
            foreach (var parameter in module.Parameters())
            {
                parameter.RequiresGrad_(requiresGrad);
            }

            return module;
        }

        /// <summary>Moves parameters and buffers to a device, and the floating-point ones to a dtype: PyTorch's <c>to</c>.</summary>
        /// <param name="device">The device.</param>
        /// <param name="dtype">The dtype, floating-point or complex; null: each keeps its own.</param>
        /// <param name="nonBlocking">Whether copies need not be done when the call returns.</param>
        /// <returns>The module.</returns>
        /// <exception cref="TorchTypeException">The dtype is neither floating-point nor complex.</exception>
        /// <exception cref="TorchNotImplementedException">Tensors on the meta device have no data to move.</exception>
        /// <example><code>
        /// new Linear(2, 1).To("meta").Weight.Device   // meta
        /// </code></example>
        public T To(Device device, DType? dtype = null, bool nonBlocking = false) =>
            module.Convert(device, dtype, nonBlocking);

        /// <summary>Moves the floating-point parameters and buffers to a dtype: PyTorch's <c>to(dtype)</c>.</summary>
        /// <param name="dtype">The dtype, floating-point or complex.</param>
        /// <param name="nonBlocking">Whether copies need not be done when the call returns.</param>
        /// <returns>The module.</returns>
        /// <exception cref="TorchTypeException">The dtype is neither floating-point nor complex.</exception>
        /// <example><code>
        /// new Linear(2, 1).To(DType.Float64).Weight.DType   // torch.float64
        /// </code></example>
        public T To(DType dtype, bool nonBlocking = false) => module.Convert(null, dtype, nonBlocking);

        /// <summary>Moves parameters and buffers to the device and dtype of a tensor: PyTorch's <c>to(tensor)</c>.</summary>
        /// <param name="tensor">The tensor.</param>
        /// <param name="nonBlocking">Whether copies need not be done when the call returns.</param>
        /// <returns>The module.</returns>
        /// <exception cref="TorchTypeException">The tensor's dtype is neither floating-point nor complex.</exception>
        /// <example><code>
        /// new Linear(2, 1).To(Torch.Ones(1, dtype: DType.Float64)).Bias!.DType   // torch.float64
        /// </code></example>
        public T To(Tensor tensor, bool nonBlocking = false)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return module.Convert(tensor.Device, tensor.DType, nonBlocking);
        }

        /// <summary>Lays out parameters and buffers of 4 and 5 dimensions in an order: PyTorch's <c>to(memory_format=…)</c>.</summary>
        /// <param name="memoryFormat">The order.</param>
        /// <returns>The module.</returns>
        /// <example><code>
        /// new Conv2d(8, 4, 3).To(MemoryFormat.ChannelsLast).Weight.IsContiguous(MemoryFormat.ChannelsLast)   // True
        /// </code></example>
        public T To(MemoryFormat memoryFormat)
        {
            module.ConvertTensors(tensor => tensor.Dim() is 4 or 5 ? tensor.To(memoryFormat) : tensor);
            return module;
        }

        /// <summary>Moves parameters and buffers to the CPU: PyTorch's <c>cpu</c>.</summary>
        /// <returns>The module.</returns>
        /// <example><code>
        /// new Linear(2, 1).Cpu().Weight.Device   // cpu
        /// </code></example>
        public T Cpu() => module.Convert("cpu", null, false);

        /// <summary>Moves parameters and buffers to a GPU: PyTorch's <c>cuda</c>.</summary>
        /// <param name="device">Which one; null: the current one.</param>
        /// <returns>The module.</returns>
        /// <exception cref="TorchException">There is none.</exception>
        /// <example><code>
        /// var net = new Linear(2, 1);
        /// if (Torch.Cuda.IsAvailable())
        ///     net.Cuda();
        /// net.Weight.Shape   // torch.Size([1, 2])
        /// </code></example>
        public T Cuda(Device? device = null) => module.Convert(device ?? "cuda", null, false);

        /// <summary>Gives the floating-point parameters and buffers single precision: PyTorch's <c>float</c>.</summary>
        /// <returns>The module.</returns>
        /// <example><code>
        /// new Linear(2, 1).Double().Float().Weight.DType   // torch.float32
        /// </code></example>
        public T Float() => module.Floating(DType.Float32);

        /// <summary>Gives the floating-point parameters and buffers double precision: PyTorch's <c>double</c>.</summary>
        /// <returns>The module.</returns>
        /// <example><code>
        /// new Linear(2, 1).Double().Weight.DType   // torch.float64
        /// </code></example>
        public T Double() => module.Floating(DType.Float64);

        /// <summary>Gives the floating-point parameters and buffers half precision: PyTorch's <c>half</c>.</summary>
        /// <returns>The module.</returns>
        /// <example><code>
        /// new Linear(2, 1).Half().Weight.DType   // torch.float16
        /// </code></example>
        public T Half() => module.Floating(DType.Float16);

        /// <summary>Gives the floating-point parameters and buffers the dtype bfloat16: PyTorch's <c>bfloat16</c>.</summary>
        /// <returns>The module.</returns>
        /// <example><code>
        /// new Linear(2, 1).Bfloat16().Weight.DType   // torch.bfloat16
        /// </code></example>
        public T Bfloat16() => module.Floating(DType.Bfloat16);

        /// <summary>Gives all parameters and buffers a dtype, those of integers too: PyTorch's <c>type</c>.</summary>
        /// <param name="dstType">The dtype.</param>
        /// <returns>The module.</returns>
        /// <exception cref="TorchException">A parameter with gradients would become one of integers.</exception>
        /// <example><code>
        /// new Linear(2, 1).Type(DType.Float64).Weight.DType   // torch.float64
        /// </code></example>
        public T Type(DType dstType)
        {
            module.ConvertTensors(tensor => tensor.To(dstType));
            return module;
        }

        /// <summary>Gives parameters and buffers memory on a device, whose values nobody set: PyTorch's <c>to_empty</c>.</summary>
        /// <param name="device">The device; null: each keeps its own.</param>
        /// <param name="recurse">Whether the modules below are moved, too.</param>
        /// <returns>The module.</returns>
        /// <example><code>
        /// new Linear(2, 1, device: "meta").ToEmpty("cpu").Weight.Shape   // torch.Size([1, 2])
        /// </code></example>
        public T ToEmpty(Device? device, bool recurse = true)
        {
            module.ConvertTensors(tensor => Torch.EmptyLike(tensor, device: device), recurse);
            return module;
        }

        /// <summary>
        /// A deep copy: all modules, parameters and buffers are new, and what is tied stays tied: Python's <c>copy.deepcopy(module)</c>.
        /// </summary>
        /// <remarks>Hooks are kept. Other objects that fields refer to are shared.</remarks>
        /// <returns>The copy.</returns>
        /// <exception cref="TorchException">A plain field has a tensor with a history, which cannot be copied.</exception>
        /// <example><code>
        /// var net = new Linear(2, 1);
        /// var copy = net.Clone();
        /// ReferenceEquals(copy.Weight, net.Weight)   // False
        /// copy.Weight.Equal(net.Weight)              // True
        /// </code></example>
        public T Clone()
        {
            ArgumentNullException.ThrowIfNull(module);
            return (T)new DeepCopy().Of(module)!;
        }

        private T Floating(DType dtype)
        {
            module.ConvertTensors(tensor => tensor.IsFloatingPoint() ? tensor.To(dtype) : tensor);
            return module;
        }

        private T Convert(Device? device, DType? dtype, bool nonBlocking)
        {
            if (dtype is { } asked && !asked.IsDifferentiable)
            {
                throw new TorchTypeException(
                    $"nn.Module.to only accepts floating point or complex dtypes, but got desired dtype={asked}");
            }

            module.ConvertTensors(tensor =>
            {
                var target = dtype is { } wanted && tensor.DType.IsDifferentiable ? wanted : tensor.DType;
                try
                {
                    return tensor.To(device ?? tensor.Device, target, nonBlocking);
                }
                catch (TorchNotImplementedException refused) when (refused.Message == "Cannot copy out of meta tensor; no data!")
                {
                    throw new TorchNotImplementedException(
                        $"{refused.Message} Please use torch.nn.Module.to_empty() instead of torch.nn.Module.to() when moving module from "
                        + $"meta to a different device.");
                }
            });
            return module;
        }
    }
}
