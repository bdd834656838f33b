open TorchLite

let x = Torch.Ones([2; 3])
printfn "%A" (x * x + 1)
